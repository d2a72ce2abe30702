// The tabs that are lists, each read a page at a time.
import { element, failure } from './dom.js';
import { badge, between, foreign, hint, pager, pairs, plain, table, time, title } from './case-text.js';

/** Shows a list page by page: draw gets the page's answer and gives the nodes to show. */
export function paged(node, { ask, head }, path, draw) {
  const show = async (page) => {
    try {
      const list = await ask(path + '?page=' + page);
      node.replaceChildren(...[pager(list, show), ...draw(list, head), pager(list, show)].filter(Boolean));
    } catch (error) {
      if (error.name !== 'AbortError') {
        node.replaceChildren(failure(error));
      }
    }
  };
  return show(0);
}

const whole = (headings, row, none) => (list, head) =>
  list.total === 0 ? [hint(none)] : [table(headings, list.items.map((item) => row(item, head)))];

const DONE = { Claim: 'claimed it', Complete: 'completed it', Assign: 'was given it', Delegate: 'passed it on', Update: 'changed it' };

const person = (user) => user ? element('strong', '', plain(user)) : '–';

function handling({ steps, assignee, end, ended }) {
  const lines = steps.map(({ at, user, operation }) =>
    element('div', '', person(user), ' ', DONE[operation] || title(operation).toLowerCase(), ' ', time(at)));
  if (ended && !steps.some(({ operation }) => operation === 'Complete')) {
    lines.push(element('div', 'cv-small', end === 'completed'
      ? 'completed by a call of the HTTP API: the timeline says whose' : 'ended by the procedure: ' + plain(end || '')));
  } else if (!ended && assignee) {
    lines.push(element('div', '', 'with ', person(assignee)));
  }
  return lines.length ? lines : '–';
}

const isLate = ({ due, ended }) => due && Date.parse(due) < (ended ? Date.parse(ended) : Date.now());

const entriesOf = ({ blocks }) => new Map(blocks.map(({ id, entry }) => [id, entry]));

/** What was entered; of a list its parts, and a block by its entry. */
function answer(value, names) {
  try {
    const list = /^\[/.test(value || '') ? JSON.parse(value) : null;
    return list && list.every((one) => typeof one === 'string') ? list.map((one) => names.get(one) || one).join(', ') : value;
  } catch {
    return value;
  }
}

const taskRow = (task, { incident }) => [
  [element('strong', '', plain(task.name)), element('div', 'cv-small', foreign(task.about))],
  [time(task.created), element('div', 'cv-small', task.ended ? 'open for ' + between(task.created, task.ended) : 'still open')],
  [time(task.due), isLate(task) ? element('div', 'cv-small cv-late', 'late') : null],
  handling(task),
  task.entered.length ? pairs(task.entered.map(({ field, value }) => [field, answer(value, entriesOf(incident))])) : '–',
];

const commandRow = (command, { incident }) => [
  [element('strong', '', title(command.step)), element('div', 'cv-small', 'number ' + command.epoch)],
  badge(command.state),
  String(command.attempts),
  [time(command.created), element('div', 'cv-small', command.settled
    ? 'settled after ' + between(command.created, command.settled) : 'not settled')],
  known(command.details, entriesOf(incident)),
];

/** How an outcome is known; a block goes by its entry. */
function known(details, entries) {
  const all = Object.entries(details);
  return all.length === 0 ? '–' : pairs(all.map(([name, value]) => [entries.get(name) || name, value.replaceAll(',', ', ')]));
}

const variableRow = (change) => [
  time(change.at),
  element('code', '', plain(change.name)),
  [foreign(change.type === 'null' ? '(emptied)' : change.value), element('div', 'cv-small', plain(change.type))],
  [title(change.model.replace(/Process$/, '')), element('div', 'cv-small', change.local ? 'shown in a form' : 'change ' + (change.revision + 1))],
  person(change.user),
];

const operationRow = (operation) => [
  time(operation.at),
  person(operation.user),
  title(operation.operation) + ' · ' + title(operation.entity || ''),
  foreign(operation.task),
  operation.property ? [element('code', '', plain(operation.property)), ' ', foreign(operation.before), ' → ', foreign(operation.after)] : '–',
];

const failureRow = (failed) => [
  time(failed.at),
  title(failed.model.replace(/Process$/, '')),
  element('code', '', plain(failed.node || '–')),
  foreign(failed.message),
  failed.kind === 'JOB' ? failed.retriesLeft + ' attempts left'
    : failed.resolved ? ['over ', time(failed.resolved)] : badge('FAILED', 'open'),
];

const origin = (found) => found && pairs([
  ['Return path', found.returnPath === '' ? '<> (null sender)' : found.returnPath], ['Originating IP', found.originatingIp],
  ['Boundary', found.boundary.toLowerCase()],
  ['Was the source', found.wasSource ? found.wasSource + ', says ' + found.judgedBy : 'not judged']]);

const evidenceRow = (piece) => [
  [element('code', 'cv-hash', piece.sha256), element('div', 'cv-small', plain(piece.mediaType) + ' · ' + piece.size.toLocaleString('en') + ' bytes')],
  [person(piece.addedBy), ' ', time(piece.addedAt)],
  [origin(piece.origin), ...piece.mentions.filter(({ type }) => type !== 'EvidenceAdded').map(({ sequence, type, payload }) => element('div', '',
    '#' + sequence + ' ' + title(type),
    pairs(Object.entries(payload).filter(([, value]) => value !== piece.sha256).map(([name, value]) => [name, String(value)]))))],
];

const scanLine = (scan) => {
  const line = element('div', 'cv-scan', badge(scan.verdict), ' ', time(scan.recordedAt), ' attested by ', person(scan.attestedBy),
    element('div', 'cv-small', plain(scan.tool) + ' · ' + scan.filesScanned.toLocaleString('en') + ' files'
      + (scan.signaturesDate ? ' · signatures of ' + scan.signaturesDate.slice(0, 10) : '')));
  [...scan.findings, ...scan.reasons].forEach((text) => line.append(element('div', 'cv-small', foreign(text))));
  return line;
};

const deviceRow = (device) => [
  [element('strong', '', foreign(device.name)), element('div', 'cv-small', title(device.kind), device.identifier ? ' · ' : null,
    device.identifier ? foreign(device.identifier) : null)],
  foreign(device.owner),
  [badge(device.state), device.removed ? element('div', 'cv-small', 'taken off the list by two people') : null],
  device.scans.length ? device.scans.map(scanLine) : '–',
];

const ENGINE = {
  tasks: ['engine/tasks', whole(['Task', 'Created', 'Due', 'Who, when', 'What they entered'], taskRow, 'No task was made.')],
  variables: ['engine/variables', whole(['When', 'Variable', 'Value', 'Process', 'Submitted by'], variableRow, 'No variable was written.')],
  operations: ['engine/operations', whole(['When', 'Who', 'What', 'Task', 'Property'], operationRow,
    'Nobody did anything in the web applications.')],
};

export const isEngineList = (tab) => tab in ENGINE || tab === 'failures';

export const LISTS = {
  ...ENGINE,
  devices: ['facts/devices', whole(['Device', 'Who uses it', 'State', 'Scans'], deviceRow, 'No device was listed.')],
  commands: ['facts/commands', whole(['Effect', 'Outcome', 'Attempts', 'Asked for', 'How it is known'], commandRow, 'Nothing was asked of the provider.')],
  evidence: ['facts/evidence', whole(['SHA-256', 'Added by', 'What the chain says of it'], evidenceRow, 'There is no evidence.')],
};

/** Failed jobs, and below them the engine's incidents. */
export function failures(node, context) {
  const [jobs, incidents] = [element('div'), element('div')];
  node.append(element('h3', '', 'Failed attempts at jobs'), jobs, element('h3', '', 'Incidents of the engine'), incidents);
  const headings = ['When', 'Process', 'Node', 'Reason', 'State'];
  paged(jobs, context, 'engine/job-failures', whole(headings, failureRow, 'No job failed.'));
  paged(incidents, context, 'engine/incidents', whole(headings, failureRow, 'The engine had no incident.'));
}

// What is on record: password changes, the mailbox's settings, blocks, and who was told.
import { element } from './dom.js';
import { badge, foreign, hint, plain, table, time, title } from './case-text.js';

const MOST = 200;

function section(heading, headings, items, row, none) {
  const shown = items.slice(0, MOST);
  return element('section', '', element('h3', '', heading),
    items.length === 0 ? hint(none) : table(headings, shown.map(row)),
    items.length > MOST ? hint(`The first ${MOST} of ${items.length}; the timeline has them all.`) : null);
}

const change = (one) => [
  [title(one.cause), element('div', 'cv-small', 'asked for ', time(one.at))],
  [badge(one.verification), one.settledAt ? element('div', 'cv-small', time(one.settledAt)) : null],
  one.verifiedBy.length ? element('ul', 'cv-checks', ...one.verifiedBy.map((how) => element('li', '', plain(how)))) : '–',
  time(one.revealedAt),
  one.voidSince ? [badge('FAILED', 'void'), element('div', 'cv-small', 'since ', time(one.voidSince))] : badge('DONE', 'good'),
];

const setting = (one) => [title(one.kind), foreign(one.value), badge(one.state), foreign(one.decidedBy), foreign(one.reason)];

const block = (one) => [
  [element('code', '', plain(one.entry)), element('div', 'cv-small', title(one.kind) + ' · ' + title(one.level))],
  badge(one.state),
  [foreign(one.why), one.caution ? element('div', 'cv-small', plain(one.caution)) : null],
  [foreign(one.decidedBy), one.reason ? element('div', 'cv-small', foreign(one.reason)) : null],
  [time(one.proposedAt), one.expiresAt ? element('div', 'cv-small', 'until ', time(one.expiresAt)) : null],
];

const notice = (one) => [foreign(one.recipient), title(one.kind), title(one.channel), badge(one.status),
  [time(one.settledAt || one.queuedAt), one.reason ? element('div', 'cv-small', foreign(one.reason)) : null]];

const listed = (codes) => codes.length ? codes.map(title).join(', ') : '–';

export function facts(node, { head: { incident } }) {
  node.append(
    element('section', '', element('h3', '', 'The report'), table(['Symptoms', 'Risk factors', 'Reporter', 'Owner', 'Note'], [[
      listed(incident.symptoms), listed(incident.riskFactors), foreign(incident.reporter.name),
      [foreign(incident.owner.name), element('div', 'cv-small', foreign(incident.owner.contact))], foreign(incident.note)]])),
    section('Password changes', ['Cause', 'Verification', 'How it is known', 'Revealed', 'Worth'], incident.passwordChanges, change,
      'The password was not changed.'),
    section('Settings found in the mailbox', ['Setting', 'As it was found', 'What became of it', 'Decided by', 'Reason'],
      incident.settings, setting, 'Nothing was found set.'),
    section('Blocks', ['Entry', 'State', 'Why', 'Decided by', 'Proposed'], incident.blocks, block, 'Nothing was to be blocked.'),
    section('People told', ['Recipient', 'What they are', 'Channel', 'State', 'When'], incident.notices, notice, 'Nobody was told.'));
}

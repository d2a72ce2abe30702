// The dashboard's part about cases: where the open ones are, how long things took, what is late, where cases went.
import { ask, element, failure, link, moment } from './dom.js';
import { lineChart } from './chart.js';
import { renderModel } from './diagram.js';

const PERIODS = [['DAYS', '30 days'], ['WEEKS', '26 weeks'], ['MONTHS', '36 months']];

function card(title, ...content) {
  return element('div', 'ch-card', element('h3', '', title), ...content);
}

function steps(counts) {
  const most = Math.max(1, ...counts.map(({ active }) => active));
  return element('table', 'ch-steps', element('tbody', '', ...counts.map(({ number, name, active }) => {
    const bar = element('div', 'ch-bar');
    bar.style.width = (100 * active) / most + '%';
    return element('tr', '', element('th', '', number + ' ' + name), element('td', 'ch-number', active.toLocaleString('en')),
      element('td', 'ch-bar-cell', bar));
  })));
}

function late(overdue) {
  if (overdue.count === 0) {
    return [element('p', 'ch-nothing', 'None.')];
  }
  const rows = overdue.tasks.map((task) => element('tr', '',
    element('td', '', task.name),
    element('td', '', task.incidentId ? link('#/case-history/' + encodeURIComponent(task.incidentId), task.mailbox || 'case') : ''),
    element('td', '', moment(task.due)),
    element('td', '', task.assignee || 'nobody')));
  const head = element('tr', '', ...['Task', 'Mailbox', 'Due', 'Claimed by'].map((title) => element('th', '', title)));
  return [element('table', 'table ch-table', element('thead', '', head), element('tbody', '', ...rows)),
    overdue.count > rows.length ? element('p', 'ch-nothing', 'and ' + (overdue.count - rows.length).toLocaleString('en') + ' more') : null];
}

function times(title, points) {
  const cases = points.reduce((sum, point) => sum + point.cases, 0);
  if (cases === 0) {
    return card(title, element('p', 'ch-nothing', 'No case in this period.'));
  }
  return card(title, lineChart(points), element('p', 'ch-legend', element('span', 'ch-median', 'median'),
    element('span', 'ch-p95', '95th percentile'), cases.toLocaleString('en') + ' cases'));
}

/** Where the cases that ended in the period went: the busier, the warmer. */
function heatMap(answer) {
  const box = element('div', 'ch-heat-map');
  const diagram = renderModel(box, answer.model);
  const counts = Object.entries(answer.passages);
  const most = Math.max(1, ...counts.map(([, count]) => count));
  counts.forEach(([id, count]) => diagram.mark(id, { count, heat: count / most }));
  return box;
}

function parts(answer) {
  const open = element('div', 'ch-cards', card('Open cases by step', steps(answer.steps),
    element('p', 'ch-nothing', 'A case is in several steps at once.')),
  card('Overdue tasks: ' + answer.overdue.count.toLocaleString('en'), ...late(answer.overdue)));
  const took = element('div', 'ch-cards', times('Time to lock-out', answer.timeToLockOut),
    times('Time to restore', answer.timeToRestore));
  return [open, took, card('Where the cases that ended since ' + answer.from + ' had been', heatMap(answer))];
}

function chooser(chosen, choose) {
  return element('div', 'ch-periods', ...PERIODS.map(([code, text]) => {
    const button = element('button', 'btn btn-default' + (code === chosen ? ' active' : ''), text);
    button.type = 'button';
    button.setAttribute('aria-pressed', String(code === chosen));
    button.addEventListener('click', () => choose(code));
    return button;
  }));
}

function show(node, api, running) {
  const draw = (period) => {
    const body = element('div', '', element('p', 'ch-nothing', 'Counting …'));
    node.replaceChildren(element('div', 'ch-dashboard-head', element('h2', '', 'Cases'), chooser(period, draw)), body);
    ask(api, 'dashboard?period=' + period, running.signal)
      .then((answer) => body.replaceChildren(...parts(answer)))
      .catch((error) => error.name !== 'AbortError' && body.replaceChildren(failure(error)));
  };
  draw('WEEKS');
}

let running = new AbortController();

export const dashboardPart = {
  id: 'case-history.dashboard',
  pluginPoint: 'cockpit.dashboard',
  priority: 20,
  properties: { label: 'Cases' },
  render: (node, { api }) => {
    running.abort();
    running = new AbortController();
    const page = element('div', 'ch-dashboard');
    node.append(page);
    show(page, api, running);
  },
  unmount: () => running.abort(),
};

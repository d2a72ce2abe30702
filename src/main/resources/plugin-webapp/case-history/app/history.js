// The case history: a search over running and finished cases, kept in the page's address.
import { address, ask, duration, element, failure, link, moment, words } from './dom.js';

const FILTERS = ['mailbox', 'from', 'to', 'state', 'severity', 'worker', 'infected'];
const ASKED = [...FILTERS, 'sort', 'direction', 'page'];
const STATES = ['RUNNING', 'FINISHED', 'OPEN', 'REOPENED', 'CLOSED_RESTORED', 'CLOSED_CONTAINED', 'FALSE_ALARM', 'CANCELLED'];
const SEVERITIES = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];

const COLUMNS = [
  { title: 'Mailbox', sort: 'MAILBOX', cell: (row) => link('#/case-history/' + encodeURIComponent(row.id), row.mailbox) },
  { title: 'State', cell: (row) => element('span', 'ch-state ch-' + row.status.toLowerCase(), words(row.status)) },
  { title: 'Severity', sort: 'SEVERITY', cell: (row) => element('span', 'ch-severity ch-' + row.severity.toLowerCase(), words(row.severity)) },
  { title: 'Reported', sort: 'REPORTED', cell: (row) => moment(row.reportedAt) },
  { title: 'Closed', sort: 'CLOSED', cell: (row) => moment(row.closedAt) || '–' },
  { title: 'Time to lock-out', sort: 'LOCK_OUT', number: true, cell: (row) => duration(row.timeToLockOut) },
  { title: 'Time to restore', number: true, cell: (row) => duration(row.timeToRestore) },
  { title: 'Malware', cell: (row) => (row.infected ? element('span', 'ch-infected', 'found') : 'none found') },
  { title: 'Worked on by', cell: (row) => row.workers.join(', ') || '–' },
];

/** What the address asks for: Cockpit keeps its own address behind the #. */
function asked() {
  const query = new URLSearchParams(location.hash.split('?')[1] || '');
  return Object.fromEntries(ASKED.map((name) => [name, query.get(name) || '']));
}

function queryOf(values) {
  const query = new URLSearchParams(ASKED.filter((name) => values[name]).map((name) => [name, values[name]]));
  return query.size ? '?' + query : '';
}

const hashOf = (values) => '#/case-history' + queryOf(values);

function choice(name, label, options, value) {
  const box = element('select', 'form-control');
  options.forEach(([code, text]) => {
    const option = element('option', '', text);
    option.value = code;
    option.selected = code === value;
    box.append(option);
  });
  return field(name, label, box);
}

function field(name, label, box) {
  box.name = name;
  box.id = 'ch-' + name;
  const title = element('label', '', label);
  title.htmlFor = box.id;
  return element('div', 'ch-field', title, box);
}

function input(name, label, type, value, hint = '') {
  const box = element('input', 'form-control');
  box.type = type;
  box.value = value;
  box.placeholder = hint;
  box.autocomplete = 'off';
  return field(name, label, box);
}

const options = (codes, any) => [['', any], ...codes.map((code) => [code, words(code)])];

function form(values, search) {
  const button = element('button', 'btn btn-primary', 'Search');
  button.type = 'submit';
  const made = element('form', 'ch-search',
    input('mailbox', 'Mailbox', 'search', values.mailbox, 'alice, smith, example.com'),
    input('from', 'Reported from', 'date', values.from),
    input('to', 'to', 'date', values.to),
    choice('state', 'State', options(STATES, 'any'), values.state),
    choice('severity', 'Severity', options(SEVERITIES, 'any'), values.severity),
    input('worker', 'Worked on by', 'text', values.worker, 'login'),
    choice('infected', 'Malware', [['', 'any'], ['YES', 'found'], ['NO', 'none found']], values.infected),
    element('div', 'ch-buttons', button, link('#/case-history', 'Clear')));
  made.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = Object.fromEntries(FILTERS.map((name) => [name, made.elements[name].value.trim()]));
    search({ ...given, sort: values.sort, direction: values.direction, page: '' });
  });
  return made;
}

function heading({ title, sort, number }, values) {
  const cell = element('th', number ? 'ch-number' : '');
  cell.scope = 'col';
  if (!sort) {
    cell.append(title);
    return cell;
  }
  const by = values.sort || 'REPORTED';
  const ascending = values.direction === 'ASCENDING';
  const next = by === sort && !ascending ? 'ASCENDING' : 'DESCENDING';
  cell.append(link(hashOf({ ...values, sort, direction: next, page: '' }), title, by === sort ? (ascending ? ' ▲' : ' ▼') : ''));
  if (by === sort) {
    cell.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
  }
  return cell;
}

function table(found, values) {
  const head = element('tr', '', ...COLUMNS.map((column) => heading(column, values)));
  const rows = found.items.map((row) =>
    element('tr', '', ...COLUMNS.map(({ cell, number }) => element('td', number ? 'ch-number' : '', cell(row)))));
  return element('table', 'table ch-table', element('thead', '', head), element('tbody', '', ...rows));
}

function summary(found, api, values) {
  const first = found.page * found.size + 1;
  const shown = found.items.length ? first + '–' + (first + found.items.length - 1) + ' of ' : '';
  const count = found.atLeast ? 'more than ' + found.total.toLocaleString('en') : found.total.toLocaleString('en');
  const file = link(address(api, 'cases/csv') + queryOf({ ...values, page: '' }), 'CSV');
  file.title = 'All that match, the first 10,000, in this order';
  file.setAttribute('download', 'case-history.csv');
  return element('div', 'ch-summary', element('span', '', shown + count + (found.total === 1 ? ' case' : ' cases')), file);
}

function pages(found, values) {
  const to = (page, text) => link(hashOf({ ...values, page: page ? String(page) : '' }), text);
  return element('div', 'ch-pages', found.page > 0 ? to(found.page - 1, '‹ Previous page') : null,
    found.more ? to(found.page + 1, 'Next page ›') : null);
}

function results(found, api, values) {
  if (found.items.length === 0) {
    return [summary(found, api, values), element('p', 'ch-nothing', 'No case matches. A mailbox is found by the beginning of its'
      + ' name, of a word in it, or of its domain.')];
  }
  return [summary(found, api, values), element('div', 'ch-scroll', table(found, values)), pages(found, values)];
}

let leave = () => undefined;

function show(node, api) {
  let running = new AbortController();
  const draw = () => {
    if (!/^#\/case-history(\?|$)/.test(location.hash)) {
      return;
    }
    running.abort();
    running = new AbortController();
    const values = asked();
    const list = element('div', 'ch-results', element('p', 'ch-nothing', 'Searching …'));
    node.replaceChildren(element('h1', '', 'Case history'), form(values, (given) => { location.hash = hashOf(given); }), list);
    ask(api, 'cases' + queryOf(values), running.signal)
      .then((found) => list.replaceChildren(...results(found, api, values)))
      .catch((error) => error.name !== 'AbortError' && list.replaceChildren(failure(error)));
  };
  window.addEventListener('hashchange', draw);
  draw();
  return () => {
    running.abort();
    window.removeEventListener('hashchange', draw);
  };
}

export const historyNavigation = {
  id: 'case-history.navigation',
  pluginPoint: 'cockpit.navigation',
  priority: 5,
  render: (node) => {
    node.append(link('#/case-history', 'Case history'));
  },
  unmount: () => undefined,
};

export const historyRoute = {
  id: 'case-history.search',
  pluginPoint: 'cockpit.route',
  properties: { path: '/case-history' },
  render: (node, { api }) => {
    leave();
    const page = element('div', 'ch-page');
    node.append(page);
    leave = show(page, api);
  },
  unmount: () => {
    leave();
    leave = () => undefined;
  },
};

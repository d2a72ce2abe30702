// One case, as auditors read it: what is known of it stands above, and each kind of record has a tab with its own address.
import { ask as askPlugin, element, failure, link, moment } from './dom.js';
import { facts } from './case-facts.js';
import { failures, isEngineList, LISTS, paged } from './case-lists.js';
import { path } from './case-path.js';
import { downloads, proof, verdict } from './case-proof.js';
import { badge, between, hint, plain, title } from './case-text.js';
import { triage } from './case-triage.js';

const TABS = {
  path: 'Path and timeline', devices: 'Devices', facts: 'Facts', tasks: 'Tasks', variables: 'Variables', commands: 'Provider commands',
  failures: 'Failures', operations: 'User operations', evidence: 'Evidence', triage: 'Triage', proof: 'Proof',
};
const OWN = { path, facts, failures, triage, proof };

/** The case and the tab that the address names. */
function place() {
  const [address, query] = window.location.hash.replace(/^#/, '').split('?');
  const parameters = new URLSearchParams(query || '');
  const tab = parameters.get('tab');
  return { incidentId: decodeURIComponent(address.split('/')[2] || ''), tab: tab in TABS ? tab : 'path', query: parameters };
}

function styles() {
  const sheet = new URL('case.css', import.meta.url).href;
  if (![...document.styleSheets].some(({ href }) => href === sheet)) {
    const made = document.createElement('link');
    made.rel = 'stylesheet';
    made.href = sheet;
    document.head.append(made);
  }
}

const fact = (name, ...content) => element('div', 'cv-fact', element('span', 'cv-key', name), element('span', '', ...content));

/** An ISO-8601 duration such as PT1M2.5S, in seconds. */
function seconds(iso) {
  const [, days, hours, minutes, rest] = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(iso) || [];
  return ((Number(days || 0) * 24 + Number(hours || 0)) * 60 + Number(minutes || 0)) * 60 + Number(rest || 0);
}

function lockOut(incident) {
  const took = incident.timeToLockOut;
  return took ? 'verified ' + (seconds(took) < 120 ? Math.round(seconds(took) * 10) / 10 + ' s' : Math.round(seconds(took) / 60) + ' min')
    + ' after the report' : 'not verified';
}

/** A step of the article. How far each came is read from the engine's history: once that is gone, nobody can say. */
function step(one, history, open) {
  const begun = { DONE: 'done', ACTIVE: 'under way', PENDING: open ? 'not begun' : 'not done' }[one.state];
  const state = history === 'REMOVED' ? 'no longer known: see the timeline' : begun;
  return element('li', 'cv-step' + (history === 'REMOVED' ? '' : ' cv-step-' + one.state.toLowerCase()),
    element('strong', '', one.number + ' ' + one.name),
    element('span', 'cv-small', one.doneAt ? state + ' in ' + between(one.since, one.doneAt) : state));
}

function above({ incident, devices, history, formats }, api, chain) {
  const open = !incident.closedAt;
  return element('header', '',
    element('div', 'cv-top',
      element('div', '', link('#/case-history', 'Case history'), ' › case ', element('code', '', incident.id)),
      element('div', 'cv-downloads', chain, ...downloads(api, incident.id, formats))),
    element('h1', 'cv-title', plain(incident.mailbox), ' ', badge(incident.status), ' ', badge(incident.severity)),
    element('div', 'cv-factline',
      fact('Reported', moment(incident.reportedAt, true), ' by ', plain(incident.reporter.name)),
      fact('Lock-out', lockOut(incident)),
      fact('Closed', open ? 'not yet' : moment(incident.closedAt, true) + ', after ' + between(incident.reportedAt, incident.closedAt)),
      fact('Access', title(incident.access)),
      fact('Devices', String(devices))),
    element('ol', 'cv-steps', ...incident.steps.map((one) => step(one, history, open))));
}

function tabs(incidentId, current) {
  return element('ul', 'nav nav-tabs cv-tabs', ...Object.entries(TABS).map(([id, name]) => {
    const made = link('#/case-history/' + encodeURIComponent(incidentId) + '?tab=' + id, name);
    return element('li', id === current ? 'active' : '', made);
  }));
}

function gone(history, tab) {
  const needed = isEngineList(tab);
  return history === 'REMOVED' ? element('p', 'cv-gone', 'The engine’s history of this case was removed when its time had come: its path, tasks,'
    + ' variables and operations are gone. The chain, the facts, the evidence and the case file are here as before.')
    : history === 'NOT_STARTED' && needed ? hint('No process has started yet.') : null;
}

async function show(node, api, signal) {
  const { incidentId, tab, query } = place();
  const ask = (call) => askPlugin(api, 'case/' + encodeURIComponent(incidentId) + '/' + call, signal);
  const names = async () => new Map((await ask('facts/devices?size=200')).items.map((device) => [device.id, device.name]));
  const chain = element('span', '', hint('Checking the chain …'));
  const head = await ask('facts');
  const body = element('div', 'cv-body');
  node.replaceChildren(...[above(head, api, chain), gone(head.history, tab), tabs(incidentId, tab), body].filter(Boolean));
  ask('proof/chain').then((status) => chain.replaceChildren(verdict(status)), () => chain.replaceChildren());
  const context = { ask, api, signal, incidentId, head, query, names };
  await (tab in LISTS ? paged(body, context, ...LISTS[tab]) : OWN[tab](body, context));
}

let leave = new AbortController();

export const caseRoute = {
  id: 'case-history.case',
  pluginPoint: 'cockpit.route',
  properties: { path: '/case-history/:incidentId' },
  render: (node, { api }) => {
    styles();
    leave = new AbortController();
    const page = element('div', 'ch-page cv-page', hint('Reading the case …'));
    node.append(page);
    show(page, api, leave.signal).catch((error) => {
      if (error.name !== 'AbortError') {
        page.append(failure(error));
      }
    });
  },
  unmount: () => leave.abort(),
};

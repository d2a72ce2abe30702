import { ask, element, failure, link } from './dom.js';

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
    const page = element('div', 'ch-page', element('h1', '', 'Case history'));
    node.append(page);
    ask(api, 'cases').then((answer) => page.append(answer.items.length + ' cases')).catch((error) => page.append(failure(error)));
  },
  unmount: () => undefined,
};

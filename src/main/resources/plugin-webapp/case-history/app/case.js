// One case. To be replaced by the case view.
import { element, link } from './dom.js';

export const caseRoute = {
  id: 'case-history.case',
  pluginPoint: 'cockpit.route',
  properties: { path: '/case-history/:incidentId' },
  render: (node) => {
    node.append(element('div', 'ch-page', element('h1', '', 'Case'), link('#/case-history', 'Back to the case history')));
  },
  unmount: () => undefined,
};

import { element } from './dom.js';

export const dashboardPart = {
  id: 'case-history.dashboard',
  pluginPoint: 'cockpit.dashboard',
  priority: 20,
  properties: { label: 'Cases' },
  render: (node) => {
    node.append(element('h2', '', 'Cases'));
  },
  unmount: () => undefined,
};

// The way from Cockpit's own page of a running process to the case that it works.
import { element, link } from './dom.js';

const CASE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const caseLink = {
  id: 'case-history.link',
  pluginPoint: 'cockpit.processInstance.runtime.action',
  priority: 20,
  render: async (node, { api, processInstanceId }) => {
    const reply = await fetch(api.engineApi + '/process-instance/' + encodeURIComponent(processInstanceId), { cache: 'no-store' });
    const { businessKey } = reply.ok ? await reply.json() : {};
    if (CASE.test(businessKey || '')) {
      const made = link('#/case-history/' + businessKey + '?process=' + encodeURIComponent(processInstanceId));
      made.className = 'btn btn-default btn-toolbar cv-link';
      made.title = 'Show the case that this process works';
      made.append(element('span', 'glyphicon glyphicon-list-alt'));
      node.append(made);
    }
  },
  unmount: () => undefined,
};

// What auditors have in Cockpit beside Camunda's own pages. Only registrations stand here.
import { caseRoute } from './case.js';
import { caseLink } from './case-link.js';
import { dashboardPart } from './dashboard.js';
import { historyNavigation, historyRoute } from './history.js';

export default [historyNavigation, historyRoute, caseRoute, caseLink, dashboardPart];

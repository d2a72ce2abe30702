// The signs inside the shapes of a BPMN diagram.
import { svg } from './dom.js';

const path = (d, x, y, className = 'ch-icon') => svg('path', { class: className, d, transform: `translate(${x} ${y})` });

const ENVELOPE = 'M-7 -5 H7 V5 H-7 Z M-7 -5 L0 1 L7 -5';
const CLOCK = 'M0 -7 A7 7 0 1 0 0.01 -7 M0 -4 V0 L3 2';
const FLASH = 'M-6 6 L-2 -5 L2 2 L6 -6 L2 7 L-2 0 Z';
const PERSON = 'M0 -6 a3 3 0 1 0 .01 0 M-6 7 c0 -9 12 -9 12 0 Z';
const TABLE = 'M-7 -5 H7 V5 H-7 Z M-7 -2 H7 M-7 1.5 H7 M-2 -2 V5';
const WHEEL = 'M0 -6 V-3.5 M0 3.5 V6 M-6 0 H-3.5 M3.5 0 H6 M-4.2 -4.2 L-2.5 -2.5 M2.5 2.5 L4.2 4.2 M-4.2 4.2 L-2.5 2.5 M2.5 -2.5 L4.2 -4.2'
  + ' M0 -3.5 a3.5 3.5 0 1 0 .01 0';
const CROSS = 'M-7 -7 L7 7 M7 -7 L-7 7';
const PLUS = 'M0 -10 V10 M-10 0 H10';
const BOX_PLUS = 'M-6 -6 H6 V6 H-6 Z M0 -3.5 V3.5 M-3.5 0 H3.5';
const BARS = 'M-4 -5 V5 M0 -5 V5 M4 -5 V5';

const EVENTS = { messageEventDefinition: ENVELOPE, timerEventDefinition: CLOCK, errorEventDefinition: FLASH };
const ACTIVITIES = { userTask: PERSON, serviceTask: WHEEL, receiveTask: ENVELOPE, businessRuleTask: TABLE, sendTask: ENVELOPE };

/** What an event waits for or throws. */
export function eventIcon(element, x, y) {
  const kind = [...element.children].map((child) => EVENTS[child.localName]).find(Boolean);
  return kind ? [path(kind, x, y)] : [];
}

/** Exclusive or parallel. */
export function gatewayIcon(tag, x, y) {
  const sign = { exclusiveGateway: CROSS, parallelGateway: PLUS }[tag];
  return sign ? [path(sign, x, y, 'ch-icon ch-strong')] : [];
}

/** What kind of task it is, in its corner. */
export function activityIcon(element, x, y) {
  const kind = ACTIVITIES[element.localName];
  return kind ? [path(kind, x + 14, y + 13)] : [];
}

/** What stands at the lower edge: a process within, several instances. */
export function marker(element, x, bottom, expanded) {
  const signs = [];
  if ((element.localName === 'callActivity' || element.localName === 'subProcess') && !expanded) {
    signs.push(BOX_PLUS);
  }
  if ([...element.children].some((child) => child.localName === 'multiInstanceLoopCharacteristics')) {
    signs.push(BARS);
  }
  return signs.map((sign, index) => path(sign, x + (index - (signs.length - 1) / 2) * 18, bottom - 10));
}

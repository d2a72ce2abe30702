// Draws a BPMN model from its own diagram interchange, as SVG. Names out of the model are put in as text.
import { svg } from './dom.js';
import { activityIcon, eventIcon, gatewayIcon, marker } from './diagram-icons.js';

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const DI = 'http://www.omg.org/spec/BPMN/20100524/DI';
const DC = 'http://www.omg.org/spec/DD/20100524/DC';
const DD = 'http://www.omg.org/spec/DD/20100524/DI';
const MARGIN = 24;
const LINE = 12;

let drawings = 0;

const numbers = (node, ...names) => names.map((name) => Number(node.getAttribute(name)));
const first = (node, space, tag) => node.getElementsByTagNameNS(space, tag)[0];
const bounds = (node) => {
  const [x, y, width, height] = numbers(node, 'x', 'y', 'width', 'height');
  return { x, y, width, height };
};

/** Breaks a text into lines of at most so many units of width, as far as one can tell without measuring. */
function wrap(text, width, size) {
  const most = Math.max(6, Math.floor(width / (size * 0.57)));
  return text.split(/\s+/).reduce((lines, word) => {
    const last = lines.length - 1;
    if (last >= 0 && (lines[last] + ' ' + word).length <= most) {
      lines[last] += ' ' + word;
    } else {
      lines.push(word);
    }
    return lines;
  }, []);
}

function label(lines, x, y, size, className) {
  const text = svg('text', { class: className, x, y, 'text-anchor': 'middle', 'font-size': size });
  lines.forEach((line, index) => text.append(svg('tspan', { x, dy: index === 0 ? 0 : LINE }, line)));
  return text;
}

function outerLabel(di, name) {
  const box = first(di, DC, 'Bounds');
  const at = bounds(box);
  const lines = wrap(name, Math.max(at.width, 60) + 14, 10);
  return label(lines, at.x + at.width / 2, at.y + 10, 10, 'ch-outer-label');
}

const isActivity = (tag) => /[tT]ask$|^callActivity$|^subProcess$|^transaction$/.test(tag);

function event(element, { x, y, width, height }) {
  const middle = { cx: x + width / 2, cy: y + height / 2 };
  const tag = element.localName;
  const soft = element.getAttribute('cancelActivity') === 'false' || element.getAttribute('isInterrupting') === 'false';
  const dash = soft ? { 'stroke-dasharray': '5 3' } : {};
  const parts = [svg('circle', { class: 'ch-shape' + (tag === 'endEvent' ? ' ch-end' : ''), ...middle, r: width / 2, ...dash })];
  if (/^boundary|^intermediate/.test(tag)) {
    parts.push(svg('circle', { class: 'ch-inner', ...middle, r: width / 2 - 3, ...dash }));
  }
  return [...parts, ...eventIcon(element, x + width / 2, y + height / 2)];
}

function gateway(element, { x, y, width, height }) {
  const corners = [[x + width / 2, y], [x + width, y + height / 2], [x + width / 2, y + height], [x, y + height / 2]];
  return [svg('polygon', { class: 'ch-shape', points: corners.join(' ') }),
    ...gatewayIcon(element.localName, x + width / 2, y + height / 2)];
}

function activity(element, { x, y, width, height }, expanded) {
  const kind = element.localName === 'callActivity' ? ' ch-call' : '';
  const ofEvent = element.getAttribute('triggeredByEvent') === 'true' ? ' ch-event-process' : '';
  const box = svg('rect', { class: 'ch-shape' + kind + ofEvent + (expanded ? ' ch-expanded' : ''), x, y, width, height, rx: 9 });
  const lines = wrap(element.getAttribute('name') || '', width - 10, 11);
  const top = expanded ? y + 16 : y + height / 2 - ((lines.length - 1) * LINE) / 2 + 4;
  return [box, label(lines, x + width / 2, top, 11, 'ch-label'), ...activityIcon(element, x, y),
    ...marker(element, x + width / 2, y + height, expanded)];
}

function shape(di, element) {
  const box = bounds([...di.children].find((child) => child.localName === 'Bounds'));
  const tag = element.localName;
  const group = svg('g', { class: 'ch-node' });
  if (tag.endsWith('Event')) {
    group.append(...event(element, box));
  } else if (tag.endsWith('Gateway')) {
    group.append(...gateway(element, box));
  } else if (isActivity(tag)) {
    group.append(...activity(element, box, di.getAttribute('isExpanded') === 'true'));
  } else {
    group.append(svg('rect', { class: 'ch-other', ...box }));
  }
  const named = first(di, DI, 'BPMNLabel');
  if (named && !isActivity(tag) && first(named, DC, 'Bounds') && element.getAttribute('name')) {
    group.append(outerLabel(named, element.getAttribute('name')));
  }
  group.prepend(svg('title', {}, element.getAttribute('name') || element.getAttribute('id')));
  return { group, box };
}

/** A line through the points, its corners rounded. */
function route(points) {
  return points.map(([x, y], index) => {
    if (index === 0 || index === points.length - 1) {
      return (index === 0 ? 'M' : 'L') + x + ' ' + y;
    }
    const [before, after] = [points[index - 1], points[index + 1]].map(([px, py]) => {
      const length = Math.hypot(px - x, py - y) || 1;
      const part = Math.min(6, length / 2) / length;
      return (x + (px - x) * part) + ' ' + (y + (py - y) * part);
    });
    return 'L' + before + ' Q' + x + ' ' + y + ' ' + after;
  }).join(' ');
}

function slash([[x, y], [toX, toY]]) {
  const length = Math.hypot(toX - x, toY - y) || 1;
  const [dx, dy] = [(toX - x) / length, (toY - y) / length];
  const [mx, my] = [x + dx * 12, y + dy * 12];
  return svg('path', { class: 'ch-flow', d: `M${mx - 4 * dx - 5 * dy} ${my - 4 * dy + 5 * dx} L${mx + 4 * dx + 5 * dy} ${my + 4 * dy - 5 * dx}` });
}

function flow(di, element, isDefault, arrow) {
  const points = [...di.getElementsByTagNameNS(DD, 'waypoint')].map((point) => numbers(point, 'x', 'y'));
  const group = svg('g', { class: 'ch-edge' }, svg('path', { class: 'ch-flow', d: route(points), 'marker-end': arrow }));
  if (isDefault) {
    group.append(slash(points));
  }
  const named = first(di, DI, 'BPMNLabel');
  if (named && element.getAttribute('name')) {
    group.append(outerLabel(named, element.getAttribute('name')));
  }
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const box = { x: Math.min(...xs), y: Math.min(...ys) };
  return { group, box: { ...box, width: Math.max(...xs) - box.x, height: Math.max(...ys) - box.y } };
}

/** A small sign on a node: text in a rounded box, its middle at x. */
function badge(text, x, y, className) {
  const width = Math.max(18, text.length * 6.4 + 9);
  return svg('g', { class: 'ch-badge ' + className },
    svg('rect', { x: x - width / 2, y: y - 9, width, height: 18, rx: 9 }),
    svg('text', { x, y: y + 4, 'text-anchor': 'middle', 'font-size': 11 }, text));
}

function arrowHead(id) {
  return svg('defs', {}, svg('marker', { id, viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: 11, markerHeight: 11, orient: 'auto',
    markerUnits: 'userSpaceOnUse' },
    svg('path', { class: 'ch-arrow', d: 'M0 0 L10 5 L0 10 Z' })));
}

function frame(canvas, drawn) {
  const boxes = [...drawn.values()].map(({ box }) => box);
  const left = Math.min(...boxes.map(({ x }) => x)) - MARGIN - 16;
  const top = Math.min(...boxes.map(({ y }) => y)) - MARGIN;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + MARGIN + 16;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + MARGIN + 16;
  canvas.setAttribute('viewBox', [left, top, right - left, bottom - top].join(' '));
  canvas.style.maxWidth = (right - left) * 1.25 + 'px';
}

function parse(bpmnXml) {
  const model = new DOMParser().parseFromString(bpmnXml, 'application/xml');
  if (first(model, '*', 'parsererror') || !first(model, DI, 'BPMNPlane')) {
    throw new Error('The model cannot be drawn: it has no diagram.');
  }
  return model;
}

/**
 * Draws the model into the node, as wide as there is room.
 *
 * @returns {svg, has(id), name(id), mark(id, {count, duration, taken, active, heat}), clear(), onSelect(call)}: a mark
 * puts a count (top left) and a duration's text (bottom right) on an element, taken and active set it apart, and heat from
 * 0 to 1 colours it. Flows take count and taken. Unknown ids are passed over, and answered with false. onSelect makes the
 * nodes buttons: the call gets the id that was clicked, or chosen by keyboard.
 */
export function renderModel(node, bpmnXml) {
  const model = parse(bpmnXml);
  const elements = new Map([...model.getElementsByTagNameNS(BPMN, '*')].map((e) => [e.getAttribute('id'), e]));
  const arrow = 'ch-arrow-' + ++drawings;
  const canvas = svg('svg', { class: 'ch-diagram', role: 'img' }, arrowHead(arrow));
  const drawn = draw(canvas, model, elements, `url(#${arrow})`);
  frame(canvas, drawn);
  node.append(canvas);
  return {
    svg: canvas,
    has: (id) => drawn.has(id),
    name: (id) => elements.get(id)?.getAttribute('name') || id,
    mark: (id, what) => mark(drawn.get(id), what),
    clear: () => drawn.forEach(unmark),
    onSelect: (call) => drawn.forEach((part, id) => selectable(part, id, call)),
  };
}

const target = (di) => di.getAttribute('bpmnElement');

function area(di) {
  const { width, height } = bounds([...di.children].find((child) => child.localName === 'Bounds'));
  return width * height;
}

/** Puts sub-processes below, flows upon them, and the other nodes on top: small ones last. */
function draw(canvas, model, elements, arrow) {
  const drawn = new Map();
  const defaults = new Set([...elements.values()].map((e) => e.getAttribute('default')).filter(Boolean));
  const shapes = [...model.getElementsByTagNameNS(DI, 'BPMNShape')].sort((one, other) => area(other) - area(one));
  const isOpen = (di) => di.getAttribute('isExpanded') === 'true';
  const put = (di, part) => {
    drawn.set(target(di), part);
    canvas.append(part.group);
  };
  const putShape = (di) => put(di, shape(di, elements.get(target(di))));
  shapes.filter(isOpen).forEach(putShape);
  [...model.getElementsByTagNameNS(DI, 'BPMNEdge')].forEach((di) =>
    put(di, flow(di, elements.get(target(di)), defaults.has(target(di)), arrow)));
  shapes.filter((di) => !isOpen(di)).forEach(putShape);
  return drawn;
}

function mark(part, { count, duration, taken, active, heat }) {
  if (!part) {
    return false;
  }
  const { group, box } = part;
  group.classList.toggle('ch-taken', Boolean(taken));
  group.classList.toggle('ch-active', Boolean(active));
  if (heat !== undefined && heat !== null) {
    group.classList.add('ch-heat');
    group.style.setProperty('--ch-heat', Math.round(100 * Math.min(1, Math.max(0, heat))) + '%');
  }
  if (count !== undefined && count !== null) {
    group.append(badge(Number(count).toLocaleString('en'), box.x, box.y, 'ch-count'));
  }
  if (duration) {
    group.append(badge(String(duration), box.x + box.width - 10, box.y + box.height, 'ch-duration'));
  }
  return true;
}

function unmark({ group }) {
  group.classList.remove('ch-taken', 'ch-active', 'ch-heat');
  group.querySelectorAll('.ch-badge').forEach((sign) => sign.remove());
}

function selectable({ group }, id, call) {
  if (!group.classList.contains('ch-node')) {
    return;
  }
  group.classList.add('ch-selectable');
  group.setAttribute('tabindex', '0');
  group.setAttribute('role', 'button');
  group.addEventListener('click', (click) => { click.stopPropagation(); call(id); });
  group.addEventListener('keydown', (press) => {
    if (press.key === 'Enter' || press.key === ' ') {
      press.preventDefault();
      call(id);
    }
  });
}

// A line chart of times: median and 95th percentile, a point a period. The scale is logarithmic: a restore takes minutes or weeks.
import { duration, svg } from './dom.js';

const WIDTH = 560;
const HEIGHT = 190;
const LEFT = 62;
const RIGHT = 36;
const TOP = 12;
const BOTTOM = 26;

/** Seconds that a person would choose for a scale. */
const TICKS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60, 120, 300, 600, 1800, 3600, 7200, 21600, 43200, 86400, 172800, 604800, 1209600, 2419200];

function scale(points) {
  const values = points.flatMap(({ median, p95 }) => [median, p95]).filter((value) => value !== null).map((v) => Math.max(v, 0.05));
  const low = Math.min(...values) / 1.4;
  const high = Math.max(...values) * 1.4;
  const room = HEIGHT - TOP - BOTTOM;
  const y = (value) => TOP + room * (1 - Math.log(Math.max(value, 0.05) / low) / Math.log(high / low));
  return { y, ticks: TICKS.filter((tick) => tick >= low && tick <= high) };
}

const x = (index, count) => LEFT + (count === 1 ? 0.5 : index / (count - 1)) * (WIDTH - LEFT - RIGHT);

/** Broken where a period had no case. */
function line(points, name, y) {
  let pen = 'M';
  return points.map((point, index) => {
    if (point[name] === null) {
      pen = 'M';
      return '';
    }
    const step = pen + x(index, points.length).toFixed(1) + ' ' + y(point[name]).toFixed(1);
    pen = 'L';
    return step;
  }).join(' ');
}

function dots(points, name, y) {
  return points.map((point, index) => point[name] === null ? null
    : svg('circle', { class: 'ch-dot ch-' + name, cx: x(index, points.length), cy: y(point[name]), r: 3 },
      svg('title', {}, `${point.startsOn}: median ${duration(point.median)}, 95th percentile ${duration(point.p95)}, ${point.cases} cases`)));
}

function days(points) {
  const every = Math.max(1, Math.ceil(points.length / 6));
  return points.map((point, index) => index % every ? null
    : svg('text', { x: x(index, points.length), y: HEIGHT - 8, 'text-anchor': 'middle' }, point.startsOn));
}

/** Draws the points {startsOn, cases, median, p95}, times in seconds; at least one has cases. */
export function lineChart(points) {
  const { y, ticks } = scale(points);
  const grid = ticks.flatMap((tick) => [svg('line', { class: 'ch-grid', x1: LEFT, x2: WIDTH - RIGHT, y1: y(tick), y2: y(tick) }),
    svg('text', { x: LEFT - 8, y: y(tick) + 4, 'text-anchor': 'end' }, duration(tick))]);
  return svg('svg', { class: 'ch-chart', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img' }, ...grid, ...days(points),
    svg('path', { class: 'ch-line ch-p95', d: line(points, 'p95', y) }), svg('path', { class: 'ch-line ch-median', d: line(points, 'median', y) }),
    ...dots(points, 'p95', y), ...dots(points, 'median', y));
}

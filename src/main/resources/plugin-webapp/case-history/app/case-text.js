// Parts that the case view's tabs share. What a case holds is foreign text: it is put in as text only, and signs that would
// hide, reverse or overprint its neighbours are shown by their numbers instead.
import { duration, element, moment } from './dom.js';

const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

const number = (sign) => '⟨U+' + sign.codePointAt(0).toString(16).toUpperCase().padStart(4, '0') + '⟩';

/** The text with every sign visible. */
export const plain = (text) => String(text).replace(HIDDEN, number);

/** A foreign text on the page; a dash where there is none. */
export const foreign = (text) => element('span', 'cv-text', text === null || text === undefined || text === '' ? '–' : plain(text));

/** A name of ours as words: PasswordChanged as "Password changed", filesScanned as "Files scanned", BLOCK_SENDER as "Block sender". */
export function title(name) {
  if (!/^[A-Za-z][A-Za-z0-9_ -]*$/.test(name)) {
    return plain(name);
  }
  const spaced = /^[A-Z0-9_]+$/.test(name) ? name.toLowerCase().replaceAll('_', ' ')
    : name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/ [A-Z](?![A-Z])/g, (part) => part.toLowerCase());
  return plain(spaced.charAt(0).toUpperCase() + spaced.slice(1));
}

const GOOD = new Set(['VERIFIED', 'CLEAN', 'RETIRED', 'CLOSED_RESTORED', 'SENT', 'ACKNOWLEDGED', 'DONE', 'OPEN_ACCESS', 'IN_FORCE',
  'CLEARED', 'ACCEPTED']);
const BAD = new Set(['REFUTED', 'INFECTED', 'NEEDS_PERSON', 'FAILED', 'CRITICAL', 'INCOMPLETE', 'FOUND']);

/** A state as a small coloured sign. */
export const badge = (code, text = title(code)) =>
  element('span', 'cv-badge' + (GOOD.has(code) ? ' cv-good' : BAD.has(code) ? ' cv-bad' : ''), text);

/** A time with seconds, in UTC; a dash for none. */
export const time = (at) => at ? element('time', 'cv-time', moment(at, true)) : '–';

/** The time from one to the other, as a person says it; a dash where one is missing. */
export const between = (from, to) => from && to ? duration((Date.parse(to) - Date.parse(from)) / 1000) : '–';

const cell = (content) => element('td', '', ...(Array.isArray(content) ? content : [content]));

/** A table: its columns' headings, and rows of cells, each a node, a text of our own, or a list of both. */
export function table(headings, rows, className = '') {
  const head = element('tr', '', ...headings.map((heading) => {
    const made = element('th', '', heading);
    made.scope = 'col';
    return made;
  }));
  const body = rows.map((cells) => {
    const row = element('tr', cells.className || '');
    row.append(...cells.map(cell));
    return row;
  });
  return element('div', 'cv-scroll', element('table', 'table table-condensed cv-table ' + className,
    element('thead', '', head), element('tbody', '', ...body)));
}

/** A list of names and values. */
export function pairs(entries) {
  const list = element('dl', 'cv-pairs');
  entries.forEach(([name, value]) => list.append(element('dt', '', title(name)), element('dd', '', foreign(value))));
  return list;
}

/** A line that says what a tab shows, or that it has nothing to show. */
export const hint = (text) => element('p', 'cv-hint', text);

/** What fits a page of a list, and the way to the others; nothing where all fit on one. */
export function pager(list, go) {
  const pages = Math.ceil(list.total / list.size);
  if (pages < 2) {
    return null;
  }
  const button = (text, page) => {
    const made = element('button', 'btn btn-default btn-sm', text);
    made.type = 'button';
    made.disabled = page < 0 || page >= pages;
    made.addEventListener('click', () => go(page));
    return made;
  };
  const from = list.page * list.size + 1;
  return element('div', 'cv-pager', button('Previous', list.page - 1),
    element('span', '', `${from}–${Math.min(list.total, from + list.size - 1)} of ${list.total}`),
    button('Next', list.page + 1));
}

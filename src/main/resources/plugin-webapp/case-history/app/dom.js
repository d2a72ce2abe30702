// Shared by the plugin's modules. Text is only ever put in as text: what the cases hold is foreign.

/** Makes an element; each part of its content is a node, or is put in as text. Null and undefined are left out. */
export function element(tag, className = '', ...content) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  made.append(...content.filter((part) => part !== null && part !== undefined));
  return made;
}

/** Makes an SVG element with those attributes. */
export function svg(tag, attributes = {}, ...content) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, String(value)));
  made.append(...content.filter((part) => part !== null && part !== undefined));
  return made;
}

/** Makes a link into Cockpit (#/…) or to one of our own addresses; never to an address that a case brought along. */
export function link(address, ...content) {
  const made = element('a', '', ...content);
  made.setAttribute('href', address);
  return made;
}

/** 2026-03-01 12:30 UTC; empty for none. Seconds where asked for. */
export function moment(text, seconds = false) {
  return text ? text.slice(0, seconds ? 19 : 16).replace('T', ' ') + ' UTC' : '';
}

/** Seconds as a person says them: 850 ms, 4.2 s, 12 min, 3 h 05 min, 2 d 4 h; a dash for none. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined) {
    return '–';
  }
  if (seconds < 1) {
    return Math.round(seconds * 1000) + ' ms';
  }
  if (seconds < 60) {
    return (seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)) + ' s';
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) {
    return minutes + ' min';
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 24) {
    return hours + ' h' + (minutes % 60 ? ' ' + String(minutes % 60).padStart(2, '0') + ' min' : '');
  }
  return Math.floor(hours / 24) + ' d' + (hours % 24 ? ' ' + (hours % 24) + ' h' : '');
}

/** CLOSED_RESTORED as "closed restored". */
export function words(code) {
  return code.toLowerCase().replaceAll('_', ' ');
}

/** Where the plugin's own endpoints are. */
export function address(api, path) {
  return api.cockpitApi + '/plugin/case-history/' + api.engine + '/' + path;
}

/** Asks the plugin's endpoint; a refusal becomes an error with the problem's sentence and its fields. */
export async function ask(api, path, signal) {
  const reply = await fetch(address(api, path), { cache: 'no-store', signal });
  const answer = await reply.json().catch(() => ({}));
  if (!reply.ok) {
    const fields = (answer.fields || []).map(({ field, rule }) => field + ' ' + rule).join('; ');
    throw new Error((fields || answer.detail || 'That did not work (' + reply.status + ').') + ' Correct it or reload.');
  }
  return answer;
}

/** A line that says what went wrong. */
export function failure(error) {
  const line = element('p', 'ch-failure', error.message);
  line.setAttribute('role', 'alert');
  return line;
}

// The events of the chain, by kind and text. Times are UTC.
import { element, failure } from './dom.js';
import { hint, pager, plain, title } from './case-text.js';

const SIZE = 100;
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$|^[0-9a-f]{64}$/;

/** A payload's value: what has a name by its name, a long id by its beginning. */
function value(content, names) {
  const text = Array.isArray(content) ? content.join(', ') : String(content);
  if (names.has(text)) {
    return element('strong', '', plain(names.get(text)));
  }
  const made = element('span', 'cv-value', ID.test(text) ? text.slice(0, 8) + '…' : plain(text));
  made.title = plain(text);
  return made;
}

/** What the event holds, and how its actor was authenticated. */
function payload({ payload: content, authenticated }, names) {
  const line = element('div', 'cv-payload');
  if (!content) {
    line.append(element('span', 'cv-key', 'Purged of personal data by two people; its hash stays.'));
    return line;
  }
  Object.entries(content).filter(([, one]) => one !== '' && !(Array.isArray(one) && one.length === 0)).forEach(([name, one]) =>
    line.append(element('span', 'cv-part', element('span', 'cv-key', title(name) + ' '), value(one, names))));
  if (authenticated) {
    line.append(element('span', 'cv-part', element('span', 'cv-key', 'Authenticated '), title(authenticated).toLowerCase()));
  }
  return line;
}

function row(event, names, choose) {
  const made = element('li', 'cv-event');
  const clock = element('span', 'cv-time', event.at.slice(11, 19));
  clock.title = event.at;
  const head = element('div', 'cv-event-head', element('span', 'cv-number', '#' + event.sequence), clock,
    element('strong', '', title(event.type)), element('span', 'cv-actor', plain(event.actor)));
  head.title = 'Hash ' + event.hash;
  made.append(head, payload(event, names));
  if (choose) {
    made.tabIndex = 0;
    made.setAttribute('role', 'button');
    const chosen = () => {
      made.parentNode.querySelectorAll('.cv-chosen').forEach((other) => other.classList.remove('cv-chosen'));
      made.classList.add('cv-chosen');
      choose(event);
    };
    made.addEventListener('click', chosen);
    made.addEventListener('keydown', (press) => {
      if (press.key === 'Enter') {
        chosen();
      }
    });
  }
  return made;
}

/** The events, each day under its date. */
function days(events, names, choose) {
  const day = ({ at }) => at.slice(0, 10);
  return events.flatMap((event, index) => [
    ...(index === 0 || day(events[index - 1]) !== day(event) ? [element('li', 'cv-day', day(event) + ', times in UTC')] : []),
    row(event, names, choose)]);
}

function kindChoice() {
  const choice = element('select', 'form-control input-sm');
  choice.setAttribute('aria-label', 'Kind of event');
  choice.append(new Option('All kinds', ''));
  return choice;
}

function fill(choice, kinds) {
  if (choice.options.length === 1) {
    Object.entries(kinds).forEach(([type, count]) => choice.append(new Option(`${title(type)} (${count})`, type)));
  }
}

/**
 * Shows the timeline.
 *
 * @param names what ids stand for
 * @param choose is called with the event that was clicked
 */
export function timeline(node, ask, names, choose) {
  const kind = kindChoice();
  const text = element('input', 'form-control input-sm');
  text.type = 'search';
  text.maxLength = 200;
  text.placeholder = 'Containing …';
  text.setAttribute('aria-label', 'Text that an event contains');
  const list = element('div', 'cv-events');
  const show = async (page) => {
    const query = new URLSearchParams({ page, size: SIZE, type: kind.value, text: text.value });
    try {
      const { events, kinds } = await ask('facts/events?' + query);
      fill(kind, kinds);
      list.replaceChildren(...[
        events.total === 0 ? hint('No event fits.') : null,
        element('ol', 'cv-timeline', ...days(events.items, names, choose)),
        pager(events, show)].filter(Boolean));
      list.scrollTop = 0;
    } catch (error) {
      if (error.name !== 'AbortError') {
        list.replaceChildren(failure(error));
      }
    }
  };
  let waiting;
  kind.addEventListener('change', () => show(0));
  text.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show(0), 250);
  });
  node.append(element('div', 'cv-filters', kind, text), list);
  return show(0);
}

// The decision table of triage, with the rows that the case's facts match.
import { element } from './dom.js';
import { badge, hint, plain, table, title } from './case-text.js';

const unquoted = (text) => text === '' ? '–' : plain(text.replace(/^"(.*)"$/, '$1'));

const WORDS = { true: 'Yes', false: 'No' };

const readable = (text) => WORDS[text] || (/^[A-Z_]+$/.test(text) ? title(text) : text);

export async function triage(node, { ask }) {
  const asked = await ask('engine/triage');
  const given = asked.inputs.map(({ value }) => value === null ? '–' : readable(unquoted(value)));
  const rows = asked.rules.map((rule, index) => {
    const cells = [
      [String(index + 1), rule.matched ? [' ', badge('VERIFIED', 'matched')] : null].flat().filter(Boolean),
      ...rule.inputs.map((text) => readable(unquoted(text))),
      ...rule.outputs.map((text) => readable(unquoted(text))),
      plain(rule.description || ''),
    ];
    cells.className = rule.matched ? 'cv-matched' : '';
    return cells;
  });
  const facts = [element('strong', '', 'This case'), ...given, ...asked.answer.map((text) => element('strong', '', readable(unquoted(text)))), ''];
  facts.className = 'cv-facts';
  const same = asked.answer.join() === asked.recorded.join();
  node.append(
    element('h3', '', plain(asked.name) + ', version ' + asked.version),
    hint(asked.ofCase ? 'The table as it was deployed with the case’s process, asked again with the facts of the case.'
      : 'The engine no longer knows by which version the case was triaged: this is the newest, asked with the facts of the case.'),
    hint(asked.hitPolicy === 'FIRST' ? 'The first row that fits decides.' : 'Hit policy: ' + title(asked.hitPolicy) + '.'),
    table(['Row', ...asked.inputs.map(({ label }) => plain(label)), ...asked.outputs.map(plain), 'Why'], [facts, ...rows], 'cv-decision'),
    element('p', '', badge(same ? 'VERIFIED' : 'OTHER', same ? 'Same as on record' : 'Not what is on record'), ' ',
      asked.recorded.map(readable).join(', ')
        + (same ? '' : ': facts may have been added after the case was triaged, or triage failed and took the worst.')));
}

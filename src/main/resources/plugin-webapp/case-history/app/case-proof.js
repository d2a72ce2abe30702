// What proves the case: its chain, checked anew on request, and its file.
import { address, element, failure, link } from './dom.js';
import { badge, hint, plain, table, time } from './case-text.js';

/** One line on the chain's state. */
export function verdict(status) {
  if (!status.intact) {
    return badge('FAILED', status.firstBad ? `Chain broken at event ${status.firstBad}` : 'Chain broken');
  }
  return badge('VERIFIED', `Chain intact: ${status.events} events`);
}

/** A link to the case file in each format that the server says it can write. */
export const downloads = (api, incidentId, formats) => formats.map((format) => {
  const made = link(address(api, 'case/' + incidentId + '/proof/case-file?format=' + encodeURIComponent(format)),
    'Case file (' + plain(format) + ')');
  made.className = 'btn btn-default btn-sm';
  made.setAttribute('download', '');
  return made;
});

const end = (checkpoint) => [
  String(checkpoint.sequence),
  time(checkpoint.at),
  element('code', '', plain(checkpoint.key)),
  checkpoint.flaw ? badge('FAILED', plain(checkpoint.flaw)) : checkpoint.known ? badge('VERIFIED', 'Signature and hash hold')
    : badge('OTHER', 'Hash holds; another key signed it'),
  element('code', 'cv-hash', checkpoint.hash),
];

function shown(status) {
  const parts = [
    element('p', 'cv-verdict', verdict(status), ' checked ', time(status.checkedAt), ' for ', element('strong', '', plain(status.checkedBy))),
    status.why ? element('p', 'cv-late', plain(status.why)) : null,
    hint(status.signedUpTo === 0 ? 'No event is signed yet: the ends of chains are signed every few minutes, and with each case file.'
      : `Signed checkpoints vouch for events 1 to ${status.signedUpTo}`
        + (status.signedUpTo < status.events ? `; the ${status.events - status.signedUpTo} behind are signed with the next one.` : ', which is all of them.')),
    element('p', '', 'Head of the chain ', element('code', 'cv-hash', status.head)),
    status.checkpoints.length ? table(['Event', 'Signed', 'Key', 'Check', 'Hash'], status.checkpoints.map(end)) : null,
    status.checkpointCount > status.checkpoints.length ? hint(`The newest ${status.checkpoints.length} of ${status.checkpointCount}.`) : null,
  ];
  return parts.filter(Boolean);
}

export function proof(node, { ask, api, incidentId, head }) {
  const result = element('div', '', hint('Checking …'));
  const again = element('button', 'btn btn-primary btn-sm', 'Check the chain now');
  again.type = 'button';
  const check = async () => {
    again.disabled = true;
    try {
      result.replaceChildren(...shown(await ask('proof/chain')));
    } catch (error) {
      if (error.name !== 'AbortError') {
        result.replaceChildren(failure(error));
      }
    }
    again.disabled = false;
  };
  again.addEventListener('click', check);
  node.append(
    element('h3', '', 'The chain'),
    hint('Every fact and decision is an event that carries the hash of the one before. Here each hash, the end of the chain and each'
      + ' signed checkpoint is worked out anew.'),
    again, result,
    element('h3', '', 'The case file'),
    hint('The zip holds the events, the evidence, the models and a signed manifest; the jar’s command verify checks it offline.'),
    element('p', 'cv-downloads', ...downloads(api, incidentId, head.formats)));
  return check();
}

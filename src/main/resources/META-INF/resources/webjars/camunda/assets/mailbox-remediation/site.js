// Loaded by each of Camunda's web applications, before and after login.

const SANDBOX = 'Sandbox: practice mailboxes only';

async function isSandbox() {
  const answer = await fetch(new URL('../../mailbox-remediation/site', import.meta.url));
  return answer.ok && (await answer.json()).sandbox === true;
}

function showSign() {
  const sign = document.createElement('div');
  sign.id = 'mailbox-remediation-sandbox';
  sign.className = 'mr-sandbox';
  sign.setAttribute('role', 'note');
  sign.textContent = SANDBOX;
  document.body.append(sign);
}

isSandbox()
  .then((sandbox) => sandbox && showSign())
  .catch(() => undefined);

// The loader of the web applications expects a list of plugins; this script brings none.
export default [];

// Loaded by each of Camunda's web applications, before and after login.

const SANDBOX = 'Sandbox: practice mailboxes only';
const SITE = 'Mailbox remediation, on the Camunda 7 community engine';

async function isSandbox() {
  // Without the session: an answer that comes after a quick login would put another in its place.
  const answer = await fetch(new URL('../../mailbox-remediation/site', import.meta.url), { credentials: 'omit' });
  return answer.ok && (await answer.json()).sandbox === true;
}

function showLine(sandbox) {
  const line = document.createElement('div');
  line.id = sandbox ? 'mailbox-remediation-sandbox' : 'mailbox-remediation-site';
  line.className = sandbox ? 'mr-line mr-sandbox' : 'mr-line';
  line.setAttribute('role', 'note');
  line.textContent = sandbox ? SANDBOX : SITE;
  document.body.append(line);
}

isSandbox()
  .then(showLine)
  .catch(() => showLine(false));

// The loader of the web applications expects a list of plugins; this script brings none.
export default [];

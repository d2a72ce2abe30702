// A tab beside each task's form: the devices of its case. What the embedded forms call needs nothing from here.
const WORDS = {
  clean: 'Clean', infected: 'Infected', waiting: 'Waiting', overdue: 'Overdue',
  UNSCANNED: 'not scanned yet', CLEAN: 'clean scan', INFECTED: 'malware found', INCOMPLETE: 'scan proves nothing',
  AWAITS_SECOND: 'a second person must confirm',
  UNSCANNABLE: 'wiped or out of use', RETIRED: 'retired',
};
const COLUMNS = ['Device', 'Who uses it', 'Progress', 'Newest scan', 'Due'];

const element = (tag, className, ...content) => {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...content);
  return made;
};

const moment = (text) => text ? text.slice(0, 16).replace('T', ' ') + ' UTC' : '';

async function call(api, path, body) {
  const file = body instanceof Blob;
  const reply = await fetch(api.tasklistApi + '/plugin/mailbox-remediation/' + api.engine + '/task/' + path, {
    method: body ? 'POST' : 'GET',
    cache: 'no-store',
    body: file ? body : body && JSON.stringify(body),
    headers: Object.assign({ 'X-XSRF-TOKEN': api.CSRFToken || '' }, file ? { 'Content-Type': 'application/octet-stream' } : {}),
  });
  const answer = await reply.json().catch(() => ({}));
  if (!reply.ok) {
    throw new Error(answer.message || 'That did not work (' + reply.status + '). Reload the page and try again.');
  }
  return answer;
}

const gate = (reasons) => {
  const shut = reasons.length > 0;
  const box = element('div', 'alert mr-gate ' + (shut ? 'alert-warning' : 'alert-success'));
  box.append(element('strong', '', shut ? 'The restore gate is shut.' : 'The restore gate is open.'));
  if (shut) {
    box.append(element('ul', '', ...reasons.map((reason) => element('li', '', reason))));
  }
  return box;
};

const counts = (devices) => {
  const line = element('p', 'mr-counts');
  ['clean', 'waiting', 'infected', 'overdue'].forEach((progress) => {
    const count = devices.filter((device) => device.progress === progress).length;
    line.append(element('span', 'mr-progress mr-' + progress, WORDS[progress] + ': ' + count));
  });
  return line;
};

const managed = (device) => {
  const known = device.managed === true || device.managed === false;
  return known
    ? [element('span', 'mr-managed', device.managed ? 'managed' : 'not managed')]
    : [];
};

// The command line holds the nonce: it is shown this once, in a row of its own, and is gone with the tab.
function scanCommand(device, row, issue) {
  const box = element('div', 'mr-nonce');
  const button = element('button', 'btn btn-default btn-xs', 'Make the owner\'s command');
  button.type = 'button';
  button.title = 'With it the owner scans this device with ClamAV and hands in the report';
  button.setAttribute('aria-label', 'Make the command to scan ' + device.name);
  const said = element('div', 'mr-small');
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      const made = await issue(device.id);
      const cell = element('td', '', element('code', 'mr-command', 'java -jar mailbox-remediation.jar scan --server '
        + location.origin + ' --device ' + made.nonce + ' --full /'));
      cell.colSpan = row.cells.length;
      cell.append(element('div', 'mr-small', 'Shown once, for ' + device.name + '. Good for one report until '
        + moment(made.expiresAt) + '; a new one takes its place. Where / is not all of the device, name its drives instead.'
        + ' REMEDIATION_USER and REMEDIATION_PASSWORD must hold the owner\'s login.'));
      row.after(element('tr', 'mr-command-row', cell));
      button.remove();
    } catch (refused) {
      said.textContent = refused.message;
      button.disabled = false;
    }
  });
  box.append(button, said);
  return box;
}

function deviceRow(device, boxes, mayAttest, issue) {
  const row = element('tr', '');
  if (mayAttest) {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.value = device.id;
    box.setAttribute('aria-label', 'Choose ' + device.name);
    boxes.push(box);
    row.append(element('td', '', box));
  }
  const name = element('td', '', element('strong', '', device.name), ...managed(device));
  name.append(element('div', 'mr-small', device.kind.toLowerCase() + (device.identifier ? ' · ' + device.identifier : '')));
  const progress = element('td', '', element('span', 'mr-progress mr-' + device.progress, WORDS[device.progress]));
  progress.append(element('div', 'mr-small', WORDS[device.state] || device.state));
  const scan = element('td', '', device.scanned ? moment(device.scanned) : '—');
  scan.append(element('div', 'mr-small', device.tool || ''));
  device.why.forEach((why) => scan.append(element('div', 'mr-small', why)));
  const due = element('td', device.late ? 'mr-late' : '', moment(device.due));
  if (device.late) {
    due.append(element('div', 'mr-small', 'overdue'));
  }
  if (mayAttest && device.progress !== 'clean') {
    scan.append(scanCommand(device, row, issue));
  }
  row.append(name, element('td', '', device.owner), progress, scan, due);
  return row;
}

const input = (label, type, id) => {
  const field = document.createElement('input');
  field.type = type;
  field.id = 'mr-many-' + id;
  field.className = 'form-control';
  field.required = true;
  const caption = element('label', '', label);
  caption.htmlFor = field.id;
  return { field, group: element('div', 'form-group', caption, field) };
};

function attestForm(chosen, send) {
  const form = element('form', 'mr-many');
  const result = document.createElement('select');
  result.className = 'form-control';
  result.id = 'mr-many-result';
  result.append(new Option('Nothing found', 'clean'), new Option('Malware found', 'infected'));
  const caption = element('label', '', 'What did the scanner say?');
  caption.htmlFor = result.id;
  const tool = input('Scanner and version', 'text', 'tool');
  tool.field.maxLength = 200;
  const signatures = input('Date of its signatures', 'date', 'signatures');
  const started = input('Started (UTC)', 'datetime-local', 'started');
  const finished = input('Finished (UTC)', 'datetime-local', 'finished');
  const files = input('Files scanned on each device, at least', 'number', 'files');
  files.field.min = '0';
  const button = element('button', 'btn btn-primary', 'Attest');
  const said = element('p', 'mr-missing');
  said.setAttribute('role', 'status');
  form.append(
    element('h4', '', 'Or attest the chosen devices without a report'),
    element('p', 'help-block', 'Where there is no file: choose the devices above and state once what the scanner said.'
      + ' Each is judged on its own: a scan that is old, cut short or began too early counts as incomplete.'
      + ' In a critical case your word counts once a security lead has confirmed it.'),
    element('div', 'mr-fields', element('div', 'form-group', caption, result), tool.group, signatures.group,
      started.group, finished.group, files.group),
    button, said);
  const name = () => {
    const count = chosen().length;
    button.textContent = count === 1 ? 'Attest 1 device' : 'Attest ' + count + ' devices';
    button.disabled = count === 0;
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      await send({
        devices: chosen(),
        infected: result.value === 'infected',
        tool: tool.field.value,
        signaturesDate: signatures.field.value + 'T00:00:00Z',
        startedAt: started.field.value.slice(0, 16) + ':00Z',
        finishedAt: finished.field.value.slice(0, 16) + ':00Z',
        filesScanned: Number(files.field.value),
        findings: [],
      });
    } catch (refused) {
      said.textContent = refused.message;
      button.disabled = false;
    }
  });
  name();
  return { form, name };
}

function reportForm(chosen, hand) {
  const form = element('form', 'mr-report');
  const file = input("The scanner's report", 'file', 'report');
  const button = element('button', 'btn btn-primary', 'Hand in');
  const said = element('p', 'mr-missing');
  said.setAttribute('role', 'status');
  form.append(
    element('h4', '', 'Hand in a report for the chosen devices'),
    element('p', 'help-block', 'What clamscan, clamdscan or Microsoft Defender wrote, or OCSF Scan Activity, at most 10 MiB. It is'
      + ' kept as it is. A report that names its device is taken for that device only.'),
    file.group, button, said);
  const name = () => {
    const count = chosen().length;
    button.textContent = count === 1 ? 'Hand in for 1 device' : 'Hand in for ' + count + ' devices';
    button.disabled = count === 0;
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      await hand(chosen(), file.field.files[0]);
    } catch (refused) {
      said.textContent = refused.message;
      button.disabled = false;
    }
  });
  name();
  return { form, name };
}

function table(shown, boxes, issue) {
  const head = element('tr', '');
  if (shown.mayAttest) {
    const all = document.createElement('input');
    all.type = 'checkbox';
    all.setAttribute('aria-label', 'Choose all devices that are not clean');
    all.addEventListener('change', () => {
      const open = new Set(shown.devices.filter((device) => device.progress !== 'clean').map((device) => device.id));
      boxes.forEach((box) => { box.checked = all.checked && open.has(box.value); });
    });
    head.append(element('th', '', all));
  }
  COLUMNS.forEach((column) => {
    const cell = element('th', '', column);
    cell.scope = 'col';
    head.append(cell);
  });
  const body = element('tbody', '', ...shown.devices.map((device) => deviceRow(device, boxes, shown.mayAttest, issue)));
  return element('table', 'table table-condensed mr-devices', element('thead', '', head), body);
}

const verdicts = (shown, given) => {
  const names = new Map(shown.devices.map((device) => [device.id, device.name]));
  const lines = given.map((scan) => element('li', '', names.get(scan.device) + ': '
    + scan.verdict.toLowerCase() + (scan.reasons.length ? '. ' + scan.reasons.join(' ') : '')));
  return element('div', 'alert alert-info mr-verdicts', element('ul', '', ...lines));
};

function draw(node, shown, deeds, given) {
  const boxes = [];
  const root = element('div', 'mr-form mr-device-tab');
  root.append(element('h3', '', 'Devices of ' + shown.mailbox), gate(shown.reasons));
  if (given) {
    root.append(verdicts(shown, given));
  }
  if (shown.devices.length === 0) {
    root.append(element('p', 'help-block', 'No device is listed yet.'));
  } else {
    root.append(counts(shown.devices), table(shown, boxes, deeds.issue));
    if (shown.mayAttest) {
      const chosen = () => boxes.filter((box) => box.checked).map((box) => box.value);
      const report = reportForm(chosen, deeds.hand);
      const attest = attestForm(chosen, deeds.attest);
      root.addEventListener('change', () => { report.name(); attest.name(); });
      root.append(report.form, attest.form);
    }
  }
  node.replaceChildren(root);
}

async function show(node, api, taskId) {
  // The task itself may be completed by what is sent: the table as it is then comes with the answer.
  const redraw = (given) => draw(node, given.table, deeds, given.scans);
  const deeds = {
    attest: async (answer) => redraw(await call(api, taskId + '/devices/scans', answer)),
    hand: async (devices, file) => {
      const query = devices.map((id) => 'device=' + encodeURIComponent(id)).join('&');
      redraw(await call(api, taskId + '/devices/report?' + query, file));
    },
    issue: (device) => call(api, taskId + '/devices/' + encodeURIComponent(device) + '/nonce', {}),
  };
  try {
    draw(node, await call(api, taskId + '/devices'), deeds);
  } catch (refused) {
    node.replaceChildren(element('p', 'help-block', refused.message));
  }
}

export default [
  {
    id: 'mailbox-remediation-devices',
    pluginPoint: 'tasklist.task.detail',
    priority: 500,
    properties: { label: 'Devices' },
    render: (node, { api, taskId }) => { show(node, api, taskId); },
  },
];

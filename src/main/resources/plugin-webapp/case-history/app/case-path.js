// The models that ran for the case, with the path taken; the timeline beside what ran.
import { renderModel } from './diagram.js';
import { duration, element, failure } from './dom.js';
import { badge, between, hint, pager, pairs, plain, time, title } from './case-text.js';
import { timeline } from './case-timeline.js';

const runName = (run) => plain(run.name) + (run.device ? ' · ' + plain(run.device) : '');

const button = (text, className, call) => {
  const made = element('button', className, text);
  made.type = 'button';
  made.addEventListener('click', call);
  return made;
};

async function modelOf(api, definition, signal) {
  const reply = await fetch(api.engineApi + '/process-definition/' + encodeURIComponent(definition) + '/xml', { signal });
  if (!reply.ok) {
    throw new Error('The engine no longer has this model.');
  }
  return (await reply.json()).bpmn20Xml;
}

/** Gateways and events take no time worth telling; what a join waited is its branches' time. */
const takesTime = ({ type, seconds }) => /Task$|Activity$|subProcess$/i.test(type) && seconds >= 0.05;

/** From the procedure down to this run. */
function way(run, runs) {
  const above = runs.find(({ id }) => id === run.caller);
  return above ? [...way(above, runs), run] : [run];
}

function depth(run, runs) {
  return way(run, runs).length - 1;
}

/** Callers first, each followed by what it called. */
function tree(runs) {
  const known = new Set(runs.map(({ id }) => id));
  const below = (caller) => runs.filter((run) => run.caller === caller).flatMap((run) => [run, ...below(run.id)]);
  return runs.filter(({ caller }) => !known.has(caller)).flatMap((run) => [run, ...below(run.id)]);
}

/** A part of the page that shows one run at a time. */
class Path {
  constructor(node, context) {
    Object.assign(this, context);
    this.heading = element('div', 'cv-way');
    this.drawing = element('div', 'cv-drawing');
    this.details = element('div', 'cv-node');
    this.list = element('div', 'cv-runs');
    this.events = element('div', 'cv-beside');
    this.when = element('section', 'cv-when', element('h3', '', 'Timeline'), this.events);
    this.page = element('div', 'cv-path',
      element('section', 'cv-model', this.heading, this.drawing, this.details),
      element('section', 'cv-ran', element('h3', '', 'What ran'), this.list),
      this.when);
    node.append(this.page);
  }

  async start(wanted) {
    const beside = timeline(this.events, this.ask, await this.names(), (event) => this.at(event));
    await this.load(0);
    const first = this.runs.find(({ id }) => id === wanted) || this.runs[0];
    if (first) {
      await this.show(first);
    } else {
      this.page.replaceWith(this.head.history === 'NOT_STARTED'
        ? hint('No process has started yet: the lock-out does not wait for one.') : '', this.when);
    }
    await beside;
  }

  async load(page) {
    this.answer = await this.ask('engine/processes?size=200&page=' + page);
    this.runs = this.answer.items;
  }

  async show(run) {
    try {
      const [path, xml] = await Promise.all([
        this.ask('engine/processes/' + encodeURIComponent(run.id)), modelOf(this.api, run.definition, this.signal)]);
      this.run = run;
      this.path = path;
      this.drawing.replaceChildren();
      this.model = renderModel(this.drawing, xml);
      this.model.onSelect((id) => this.select(id));
      this.mark();
      this.title();
      this.select(null);
      this.listRuns();
    } catch (error) {
      if (error.name !== 'AbortError') {
        this.drawing.replaceChildren(failure(error));
      }
    }
  }

  /** Puts the marks on; with a time, what was under way then is set apart. */
  mark(at) {
    this.model.clear();
    this.path.nodes.forEach((passed) => this.model.mark(passed.node, {
      count: passed.count,
      duration: takesTime(passed) ? duration(passed.seconds) : null,
      taken: true,
      active: at ? passed.spans.some(({ from, to }) => Date.parse(from) <= at && at <= (to ? Date.parse(to) : Date.now())) : passed.running > 0,
    }));
    Object.keys(this.path.flows).forEach((flow) => this.model.mark(flow, { taken: true }));
  }

  title() {
    const steps = way(this.run, this.runs).flatMap((run, index) => [
      index ? ' › ' : null,
      run === this.run ? element('strong', '', runName(run)) : button(runName(run), 'btn-link cv-up', () => this.show(run))]);
    const state = this.run.end ? title(this.run.state) + ' after ' + between(this.run.start, this.run.end) : 'Running';
    this.heading.replaceChildren(...steps.filter(Boolean), element('span', 'cv-legend',
      element('span', 'cv-key-taken', 'path taken'), element('span', 'cv-key-count', 'n'), ' times  ',
      element('span', 'cv-key-duration', '1 s'), ' together  ', element('span', 'cv-key-active', 'under way'), ' · ' + state));
    if (!this.path.whole) {
      this.heading.append(hint('Only the first 20,000 passages are shown.'));
    }
  }

  /** Goes down where a node called one process; says what is known of it otherwise. */
  select(id) {
    const passed = this.path.nodes.find(({ node }) => node === id);
    if (!passed) {
      this.details.replaceChildren(hint(id ? plain(this.model.name(id)) + ': not passed.'
        : 'Choose a node to see when it was passed; a call activity leads to what it called.'));
    } else if (passed.called.length === 1) {
      this.go(passed.called[0]);
    } else {
      this.tell(passed);
    }
  }

  tell(passed) {
    const failed = this.path.failures[passed.node];
    this.details.replaceChildren(element('div', '',
      element('strong', '', plain(this.model.name(passed.node))), ' ',
      passed.running ? badge('RUNNING', passed.running + ' under way') : null, ' ',
      passed.canceled ? badge('CANCELED', passed.canceled + ' interrupted') : null, ' ',
      failed ? badge('FAILED', failed + ' incidents') : null,
      pairs([['Passed', passed.count + ' times, ' + duration(passed.seconds) + ' together']]),
      element('div', 'cv-small', ...passed.spans.slice(0, 10).flatMap(({ from, to }, index) => [index ? '; ' : '', time(from), ' – ', to ? time(to) : 'now']),
        passed.count > 10 ? '; and ' + (passed.count - 10) + ' more' : null)));
    passed.called.forEach((id) => {
      const run = this.runs.find((one) => one.id === id);
      this.details.append(button(run ? runName(run) : id, 'btn btn-default btn-sm', () => this.go(id)));
    });
    if (passed.calls > passed.called.length) {
      this.details.append(hint(`The first ${passed.called.length} of ${passed.calls} that it called.`));
    }
  }

  async go(id) {
    const known = this.runs.find((run) => run.id === id);
    await this.show(known || (await this.ask('engine/processes/' + encodeURIComponent(id))).run);
    this.heading.scrollIntoView({ block: 'nearest' });
  }

  at(event) {
    if (this.model) {
      this.mark(Date.parse(event.at));
      this.details.replaceChildren(hint('Blue: what was under way in this model at event #' + event.sequence + '.'));
    }
  }

  listRuns() {
    const line = (run) => {
      const made = button('', 'cv-run' + (run.id === this.run.id ? ' cv-chosen' : ''), () => this.show(run));
      made.style.paddingLeft = 8 + 16 * depth(run, this.runs) + 'px';
      made.append(element('span', '', runName(run)), element('span', 'cv-small', run.end ? between(run.start, run.end) : 'running'));
      made.title = 'Started ' + run.start;
      return made;
    };
    const turn = async (page) => {
      await this.load(page);
      this.listRuns();
    };
    this.list.replaceChildren(...[...tree(this.runs).map(line), pager(this.answer, turn)].filter(Boolean));
  }
}

/** Shows the path of the run that the address names, or of the case's first one. */
export function path(node, context) {
  return new Path(node, context).start(context.query.get('process'));
}

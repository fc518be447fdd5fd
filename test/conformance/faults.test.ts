import {expect} from 'chai';
import '../support/watch-page.js';
import {faultUrl, hitsOf, newRun} from '../support/fault-url.js';
import {mount} from '../support/fixture.js';
import {PageClock} from '../support/page-clock.js';
import {readChart} from '../support/read-chart.js';
import {loaded, make, subjects, type ChartUnderTest, type Subject} from './subjects.js';
import {expectNone, stateTroubles} from './verdict.js';

/** R7. Path of the fault server, and the words that tell a reader what happened and what to do. */
const FAULTS: readonly (readonly [path: string, words: RegExp])[] = [
  ['login-page', /sign-in.*reload/],
  ['login-as-json', /sign-in.*reload/],
  ['status/401', /sign-in.*401.*reload/],
  ['status/403', /sign-in.*403.*reload/],
  ['redirect-to-login', /sent on to .*login-page.*sign in/],
  ['redirect-to-json', /sent on to/],
  ['redirect-loop', /sent on to/],
  ...['404', '409', '410', '500', '502', '504'].map(
    (code) => [`status/${code}`, new RegExp(`answered ${code}`)] as const,
  ),
  ['status/429', /busy.*429/],
  ['status/503?retry-after=120', /busy.*503/],
  ['type/image%2Fpng', /expected JSON, got image\/png/],
  ['xml', /expected JSON, got application\/xml/],
  ['ndjson', /expected JSON/],
  ['not-utf8', /not UTF-8/],
  ['no-content', /answered with nothing/],
  ['empty', /answered with nothing/],
  ['blank', /answered with nothing/],
  ['deep/20000', /nested more than/],
  ['declared-huge', /larger than 64 MB/],
  ['reset', /could not be reached/],
  ['cut/20', /broke off/],
  ['gzip-cut', /broke off/],
];

/** How long a busy machine may take for what takes milliseconds; `test/source` holds the source itself to a second. */
const PATIENCE = 15_000;

/** The shortest: some faults send it byte by byte. */
const sampleOf = ({samples}: Subject): string =>
  [...samples].reduce((a, b) => (JSON.stringify(b[1]).length < JSON.stringify(a[1]).length ? b : a))[0];
const urlOf = (subject: Subject, path: string): string =>
  faultUrl(`${path}${path.includes('?') ? '&' : '?'}of=${sampleOf(subject)}`);

const load = (subject: Subject, path: string, properties: Partial<ChartUnderTest> = {}): ChartUnderTest =>
  mount(make(subject, {src: urlOf(subject, path), ...properties}), 600);

for (const subject of subjects)
  describe(`${subject.name} and a back-end that`, () => {
    for (const [path, words] of FAULTS)
      it(`answers with ${path}: says so`, async () => {
        const element = load(subject, path);
        await loaded(element, PATIENCE);
        expect(element.status).to.equal('failed');
        expectNone(stateTroubles(element));
        expect(readChart(element).notice.join(' ')).to.match(words);
      }).timeout(2 * PATIENCE);

    for (const path of ['ok', 'bom', 'utf16', 'drip/0', 'slow-headers/50', 'type/text%2Fhtml', 'redirect-to-ticket'])
      it(`is odd but right is drawn: ${path}`, async () => {
        const element = load(subject, path);
        await element.updateComplete;
        expect(element.status).to.equal('loading');
        expectNone(stateTroubles(element));
        await loaded(element, PATIENCE);
        expectNone(stateTroubles(element));
        // The redirect forgets which document was asked for.
        if (path === 'redirect-to-ticket') return;
        const {metrics} = subject.chart.measure(subject.samples.get(sampleOf(subject)), subject.chart.defaults);
        expect(element.metrics).to.deep.equal(metrics);
      }).timeout(2 * PATIENCE);
  });

describe('in the course of time', () => {
  const clock = new PageClock();
  beforeEach(() => clock.install());
  afterEach(async () => {
    await clock.settle();
    clock.uninstall();
  });

  /** Waits for the real network under a clock that stands. */
  const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end && !(await isSo())) await clock.settle();
    expect(await isSo(), isSo.toString()).to.equal(true);
  };

  for (const subject of subjects) {
    for (const path of ['never', 'stall/20', 'drip/500'])
      it(`${subject.name} gives ${path} up after 15 s, and calls it off`, async () => {
        const run = newRun();
        const element = load(subject, `${path}?run=${run}`);
        await until(async () => (await hitsOf(run)).length === 1);
        await clock.advance(14_999);
        expect(element.status).to.equal('loading');
        await clock.advance(1);
        await until(() => element.status === 'failed');
        expect(readChart(element).notice.join(' ')).to.include('within 15 seconds');
        await until(async () => (await hitsOf(run))[0]?.aborted === true);
      }).timeout(4 * PATIENCE);

    it(`${subject.name} takes no answer that comes after it was given up`, async () => {
      let answerLate = (): void => undefined;
      const late = new Promise((resolve) => {
        answerLate = () => resolve(subject.samples.get(sampleOf(subject)));
      });
      const element = mount(make(subject, {src: 'x', loadData: () => late}), 600);
      await clock.advance(15_000);
      await until(() => element.status === 'failed');
      answerLate();
      await clock.settle();
      await clock.settle();
      await element.updateComplete;
      expect(element.status).to.equal('failed');
      expectNone(stateTroubles(element));
    }).timeout(2 * PATIENCE);

    it(`${subject.name} keeps its last picture while the source fails, says how old it is, and recovers`, async () => {
      const good = subject.samples.get(sampleOf(subject));
      const refusals = [500, 401].map((status) => new Response('', {status}));
      const answers = [Response.json(good), ...refusals, Response.json(good)];
      const loadData = () => Promise.resolve(answers.shift() ?? Response.json(good));
      const element = mount(make(subject, {src: 'x', refresh: 60, loadData}), 600);
      await until(() => element.status === 'ready');
      const drawn = element.toSvg();
      await clock.advance(60_000);
      await until(() => element.status === 'stale');
      await element.updateComplete;
      expectNone(stateTroubles(element));
      expect(element.toSvg()).to.equal(drawn);
      expect(readChart(element).notice.join(' ')).to.match(/loaded (1 minute ago|this minute).*answered 500/);
      await clock.advance(144_000);
      await until(() => readChart(element).notice.join(' ').includes('sign-in'));
      expect(readChart(element).notice.join(' ')).to.match(/loaded [23] minutes ago/);
      await clock.advance(300_000);
      await until(() => element.status === 'ready');
      expect(element.toSvg()).to.equal(drawn);
      expectNone(stateTroubles(element));
    }).timeout(4 * PATIENCE);

    it(`${subject.name} keeps its last picture when the next answer cannot be drawn`, async () => {
      const answers: unknown[] = [
        subject.samples.get(sampleOf(subject)),
        {rows: 'nonsense'},
        [1, 2],
        {error: 'x', status: 401},
      ];
      const loadData = () => Promise.resolve(answers.shift());
      const element = mount(make(subject, {src: 'x', refresh: 1, loadData}), 600);
      await until(() => element.status === 'ready');
      const drawn = element.toSvg();
      while (answers.length) {
        await clock.advance(1_000);
        await until(() => element.status === 'stale');
        await element.updateComplete;
        expectNone(stateTroubles(element));
        expect(element.toSvg()).to.equal(drawn);
      }
    }).timeout(4 * PATIENCE);
  }
});

import {expect} from 'chai';
import {FIRST_ROWS} from '../../src/chart/controllers/table.js';
import '../support/watch-page.js';
import {hostileStrings} from '../support/hostile-strings.js';
import {parseCsv} from '../support/parse-csv.js';
import {parseHtml} from '../support/parse-html.js';
import {parseXml} from '../support/parse-xml.js';
import {perTier} from '../support/tier.js';
import {poisoned} from './poison.js';
import {copiedBy} from './take-away.js';
import {show, subjects, type ChartUnderTest, type Subject} from './subjects.js';
import {detailsOf, expectNone, stateTroubles} from './verdict.js';

/** R3. Of the rounds that bring every text into every field, every so manieth, each sample from another start. */
const STEP = perTier({fast: 12, gate: 4, deep: 1});
/** Of the texts in places of their own, every so manieth. */
const STRIDE = perTier({fast: 4, gate: 1, deep: 1});

const HTML = [
  'figure',
  'div',
  'slot',
  'p',
  'svg',
  'g',
  'rect',
  'line',
  'circle',
  'path',
  'text',
  'ul',
  'li',
  'bdi',
  'button',
];
const TABLE = ['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td', 'strong', 'dl', 'dt', 'dd', 'span'];
const OWN = new Set([...HTML, ...TABLE, 'canvas']);
const DRAWN = new Set(['svg', 'g', 'rect', 'line', 'circle', 'path', 'text']);
const WRITTEN = new Set([...TABLE, 'bdi']);

let executions = 0;
beforeEach(() => {
  executions = 0;
  globalThis.hostileCode = () => executions++;
});
afterEach(() => {
  globalThis.hostileCode = undefined;
  expect(executions, 'executions').to.equal(0);
});

/** Elements that only data can have made, and attributes that could act. */
const strangersIn = (root: ParentNode, allowed: ReadonlySet<string>, where: string): string[] =>
  [...root.querySelectorAll('*')].flatMap((node) => [
    ...(allowed.has(node.localName) ? [] : [`<${node.localName}> in ${where}`]),
    ...node
      .getAttributeNames()
      .filter((name) => /^on|href$|^src|^style$|^formaction$/i.test(name))
      .map((name) => `${name} of <${node.localName}> in ${where}`),
  ]);

/** What stands in the page and has no place in a style sheet is placed by script: only numbers and our own colours. */
const PLACED = 'div[part=tooltip], canvas[part=cells]';
const PLACE =
  /^((left|top|width|height): -?[\d.e+-]+(px|%); ?|translate:( -?\d+px){1,2}; ?|transform: scaleX\(-1\); ?|color: var\(--_[\w-]+\); ?)*$/;

const liveStrangers = ({shadowRoot}: ChartUnderTest): string[] => [
  ...strangersIn(shadowRoot!, OWN, 'the page').filter((trouble) => !/^style of <(div|canvas)> /.test(trouble)),
  ...[...shadowRoot!.querySelectorAll('[style]')]
    .filter((node) => !node.matches(PLACED) || !PLACE.test(node.getAttribute('style') ?? ''))
    .map(({outerHTML}) => `a style in the page: ${outerHTML.slice(0, 200)}`),
];

async function troublesOf(element: ChartUnderTest): Promise<string[]> {
  element.tableElement();
  const marks = detailsOf(element).size;
  const html = (await copiedBy(element, 'copyTable')).get('text/html') ?? '';
  return [
    ...stateTroubles(element),
    ...liveStrangers(element),
    ...fileTroubles(element.toSvg()),
    ...strangersIn(parseHtml(html).body, WRITTEN, 'the copied table'),
    ...csvTroubles(element),
    ...(element.status === 'ready' && marks === 0 ? ['no marks to point at'] : []),
  ];
}

const fileTroubles = (svg: string | null): string[] =>
  svg === null ? [] : strangersIn(parseXml(svg), DRAWN, 'the SVG file');

const csvTroubles = (element: ChartUnderTest): string[] =>
  parseCsv((element.toCsv() ?? '').replace('\ufeff', ''))
    .flat()
    .filter((cell) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d/.test(cell))
    .map((cell) => `a formula in CSV: ${cell}`);

for (const subject of subjects)
  describe(`${subject.name} takes ${hostileStrings.length} hostile texts for text`, () => {
    const met = new Set<string>();

    for (const [index, {name, data, view}] of subject.cases.entries())
      it(`in every field: ${name}, ${view}`, async function () {
        this.timeout(600_000);
        const element = await show(subject, {view});
        for (let round = (index * 7) % STEP; round < hostileStrings.length; round += STEP) {
          const {json, placed} = poisoned(subject, data, round);
          element.data = json;
          await element.updateComplete;
          expectNone(await troublesOf(element), `round ${round}`);
          for (const text of [...placed.values()].flat()) met.add(text);
        }
      });

    it('and none of them was left out', () =>
      expect(hostileStrings.filter((text) => text.trim() !== '' && !met.has(text))).to.deep.equal([]));

    it('in headings and options, and in data it must refuse', async () => {
      for (const text of hostileStrings.filter((_, index) => index % STRIDE === 0)) {
        const element = await show(subject, {heading: text, currency: text, lang: text.slice(0, 20)});
        for (const data of [text, {rows: text}, [text], {[text]: text}, withDay(subject, text)]) {
          element.data = data;
          await element.updateComplete;
          expectNone([...stateTroubles(element), ...liveStrangers(element)], JSON.stringify(text.slice(0, 80)));
        }
        element.data = [...subject.samples.values()][0];
        element.view = text;
        await element.updateComplete;
        expectNone([...stateTroubles(element), ...liveStrangers(element)], JSON.stringify(text.slice(0, 80)));
        expect(element.status).to.equal('invalid');
        element.remove();
      }
    }).timeout(300_000);

    it('whole in the table, where a drawing has to shorten them', async () => {
      const [{data, view}] = subject.cases as [Subject['cases'][number]];
      for (let round = 0; round < hostileStrings.length; round += 25) {
        const {json} = poisoned(subject, data, round);
        const element = await show(subject, {data: json, view});
        const cells = [...(element.tableElement()?.rows ?? [])].flatMap((row) =>
          [...row.cells].map((cell) => cell.textContent.trim()),
        );
        const {rows} = subject.chart.tabulate(element.metrics, {
          locale: element.locale,
          options: {...subject.chart.defaults, view},
          rowLimit: FIRST_ROWS,
        });
        for (const {text} of rows.flat()) expect(cells).to.include(text.trim());
        element.remove();
      }
    });
  });

/** A sample whose days are no days. */
function withDay({chart, samples}: Subject, text: string): unknown {
  const days = Object.entries(chart.contract.fields).filter(([, {expected}]) => expected === 'day');
  return {...(samples.values().next().value as object), ...Object.fromEntries(days.map(([key]) => [key, `${text}!`]))};
}

import {expect} from 'chai';
import fc from 'fast-check';
import '../support/watch-page.js';
import {MIN_CELL} from '../../src/chart/define-chart.js';
import {perTier} from '../support/tier.js';
import {fieldOf, readChart} from '../support/read-chart.js';
import {copiedBy} from './take-away.js';
import {show, subjects, type ChartUnderTest, type Subject} from './subjects.js';
import {detailsOf, numbersIn} from './verdict.js';

/** R16. */
const TABLES = perTier({fast: 60, gate: 600, deep: 10_000});

type Json = Record<string, unknown>;

/**
 * Samples in which some groups are small by one of their counts. Every other number is large and its own, so that a small
 * one that shows up anywhere can only be that group's.
 */
const withSmallGroups = (subject: Subject): fc.Arbitrary<Json> => {
  const {samples, chart} = subject;
  const counts = Object.values(chart.contract.lists).flatMap((shape) => countsOf(shape));
  return fc
    .record({
      sample: fc.constantFrom(...samples.values()),
      smallKey: fc.constantFrom(...new Set(counts)),
      chances: fc.infiniteStream(fc.nat({max: 9_999})),
    })
    .map(({sample, smallKey, chances}) => {
      const json = structuredClone(sample) as Json;
      for (const [name, shape] of Object.entries(chart.contract.lists))
        for (const item of (json[name] ?? []) as Json[])
          for (const key of countsOf(shape))
            if (typeof item[key] === 'number') item[key] = countFrom(chances.next().value, key === smallKey);
      // Flows must fit the counts they lead to, which chance will not give: they are left to the chart's own tests.
      delete json['moves'];
      return json;
    });
};

const countsOf = (shape: Subject['chart']['contract']['fields']): string[] =>
  Object.keys(shape).filter((key) => shape[key]?.expected === 'count');

/** Small is from 2 up: a share of exactly 1 is no secret. */
const countFrom = (chance: number, maySmall: boolean): number =>
  maySmall && chance % 3 === 0 ? 2 + (chance % (MIN_CELL - 2)) : 1_000 + chance * 7;

/** The numbers that the floor took out of the metrics: places that hold a small count without it and null with it. */
function withheldIn(open: unknown, floored: unknown, found = new Set<number>()): ReadonlySet<number> {
  if (isSmallGroup(open) && floored === null) found.add(open);
  else if (isObject(open) && isObject(floored))
    for (const key of Object.keys(open)) withheldIn(open[key], floored[key], found);
  return found;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

const isSmallGroup = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0 && value < MIN_CELL;

/** Whole numbers as a reader sees them, apart from those inside rates, dates and names. */
const wholeNumbersIn = (text: string): number[] =>
  [...text.matchAll(/(?<![\w.,:%–−+-])\d{1,3}(?:,\d{3})*(?![\w.,%:–-]|\s?pp|,\d)/g)].map(([number]) =>
    Number(number.replaceAll(',', '')),
  );

/** Everything that leaves an element, by the way it takes. */
async function toldBy(element: ChartUnderTest): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  element.tableElement();
  const {headline, texts, datums, table} = readChart(element);
  const file = element.toSvg()!.replaceAll(/<[^>]*>/g, (tag) => /aria-label="([^"]*)"/.exec(tag)?.[1] ?? ' | ');
  const worded: Readonly<Record<string, string>> = {
    headline,
    drawing: texts().join(' | '),
    speech: datums()
      .map(({label}) => label)
      .join(' | '),
    table: (await table()).flat().join(' | '),
    tooltips: tooltipsOf(element).join(' | '),
    'SVG file': file,
    CSV: (element.toCsv() ?? '').replaceAll(/[,\r\n]+/g, ' | '),
    'copied table': ((await copiedBy(element, 'copyTable')).get('text/plain') ?? '').replaceAll(/[\t\n]/g, ' | '),
  };
  return new Map<string, ReadonlySet<number>>([
    ...Object.entries(worded).map(([way, text]) => [way, new Set(wholeNumbersIn(text))] as const),
    ['events', numbersIn([...detailsOf(element).values()])],
  ]);
}

interface Telling {
  readonly number: number;
  readonly way: string;
}

/**
 * What follows the groups: a number that is told as before when every small group is of another size – a tick of a
 * scale, a count of segments – is told of no group.
 */
async function withoutChance(told: readonly Telling[], subject: Subject, {json, view}: {json: Json; view: string}) {
  const leaks: Telling[] = [];
  for (const telling of told) {
    const element = await show(subject, {data: withSmallOf(telling.number === 2 ? 3 : 2, json, subject), view});
    if (!(await toldBy(element)).get(telling.way)?.has(telling.number)) leaks.push(telling);
    element.remove();
  }
  return leaks;
}

/** A sample whose small groups are all of one size. */
function withSmallOf(size: number, json: Json, {chart}: Subject): Json {
  const changed = structuredClone(json);
  for (const [name, shape] of Object.entries(chart.contract.lists))
    for (const item of (changed[name] ?? []) as Json[])
      for (const key of countsOf(shape)) if (isSmallGroup(item[key])) item[key] = size;
  return changed;
}

/** The values that tooltips name. */
function tooltipsOf(element: ChartUnderTest): string[] {
  const {root, datums} = readChart(element);
  if (fieldOf(element)) return datums().flatMap(({lines}) => lines.map(({value}) => value));
  return [...root.querySelectorAll('[data-datum]')].flatMap((mark) => {
    mark.dispatchEvent(new PointerEvent('pointermove', {bubbles: true, composed: true}));
    return [...root.querySelectorAll('[part=tooltip] dd')].map(({textContent}) => textContent);
  });
}

/** A column that lacks one number and whose sum is told says that number too. */
function solvableIn({chart}: Subject, element: ChartUnderTest, open: unknown): string[] {
  const {metrics, locale, view} = element;
  const tableOf = (of: unknown) => chart.tabulate(of, {locale, options: {...chart.defaults, view}});
  const [shown, whole] = [tableOf(metrics), tableOf(open)];
  const known = numbersIn(metrics);
  return shown.columns.flatMap(({label}, index) => {
    const at = whole.columns.findIndex((column) => column.label === label);
    const pairs = shown.rows.map((row, place) => [row[index]?.value, whole.rows[place]?.[at]?.value] as const);
    const hidden = pairs.filter(([value, truth]) => value === null && typeof truth === 'number');
    if (hidden.length !== 1) return [];
    const total = pairs.reduce((sum, [, truth]) => sum + (typeof truth === 'number' ? truth : 0), 0);
    const isWhole = Number.isInteger(total) && (hidden[0]![1] as number) < MIN_CELL;
    return isWhole && known.has(total) ? [`${label}: ${String(hidden[0]![1])} of ${total}`] : [];
  });
}

for (const subject of subjects)
  describe(`${subject.name} and groups of fewer than ${MIN_CELL}`, () => {
    it(`tells none of them, in no way (${TABLES} tables)`, async function () {
      this.timeout(600_000);
      let [drawn, withheld] = [0, 0];
      const views = fc.constantFrom(...subject.chart.views);
      const property = fc.asyncProperty(withSmallGroups(subject), views, async (json, view) => {
        const options = {...subject.chart.defaults, view};
        const {metrics: open, isEmpty} = subject.chart.measure(json, {...options, minCell: 0});
        if (open === null || isEmpty) return;
        const element = await show(subject, {data: json, view});
        if (element.metrics === null || element.status === 'empty') {
          element.remove();
          return;
        }
        drawn++;
        const small = withheldIn(open, element.metrics);
        if (small.size) withheld++;
        const told = [...(await toldBy(element))].flatMap(([way, numbers]) =>
          [...small].filter((number) => numbers.has(number)).map((number) => ({number, way})),
        );
        const leaks = await withoutChance(told, subject, {json, view});
        expect(leaks.map(({number, way}) => `${number} in ${way}`).join('\n')).to.equal('');
        expect(solvableIn(subject, element, open).join('\n')).to.equal('');
        element.remove();
      });
      await fc.assert(property, {numRuns: TABLES, includeErrorInReport: true});
      expect(drawn / TABLES, 'share of tables drawn').to.be.above(0.3);
      expect(withheld / drawn, 'share of them with something withheld').to.be.above(0.25);
    });

    it('withholds unless it is told in words not to', async () => {
      let differing = 0;
      for (const sample of fc.sample(withSmallGroups(subject), {numRuns: 20, seed: 7})) {
        const element = await show(subject, {data: sample});
        expect(element.minCell).to.equal(MIN_CELL);
        const floored = element.metrics;
        element.minCell = 0;
        await element.updateComplete;
        if (withheldIn(element.metrics, floored).size > 0) differing++;
      }
      expect(differing).to.be.above(5);
    });
  });

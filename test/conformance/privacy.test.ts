import {expect} from 'chai';
import fc from '../support/fast-check.js';
import '../support/watch-page.js';
import {MIN_CELL} from '../../src/chart/define-chart.js';
import {perTier} from '../support/tier.js';
import {fieldOf, readChart} from '../support/read-chart.js';
import {copiedBy} from './take-away.js';
import {show, subjects, type ChartUnderTest, type Subject} from './subjects.js';
import {detailsOf, numbersIn} from './verdict.js';

/** R16. */
const TABLES = perTier({fast: 60, gate: 600, deep: 10_000});

/** Sizes of which one is under the floor and two are not: the same is withheld beside groups of the one and the other. */
const TWINS = [MIN_CELL - 2, MIN_CELL - 1] as const;

type Json = Record<string, unknown>;

/** A table with small groups in a view that shows it, and the same with groups of another size that is as small. */
interface Twins {
  readonly json: Json;
  readonly view: string;
  readonly small: number;
  readonly twin: Json;
}

/**
 * Samples in which some groups are small by one of their counts. Every other number is large. A small number may stand in
 * days and periods too; it is that group's where it is told more often than by a twin whose groups are of another size.
 */
const withSmallGroups = (subject: Subject): fc.Arbitrary<Twins> => {
  const {cases, chart} = subject;
  const counts = Object.values(chart.contract.lists).flatMap((shape) => countsOf(shape));
  return fc
    .record({
      drawn: fc.constantFrom(...cases),
      smallKey: fc.constantFrom(...new Set(counts)),
      small: fc.constantFrom(...TWINS),
      chances: fc.infiniteStream(fc.nat({max: 9_999})),
    })
    .map(({drawn: {data, view}, smallKey, small, chances}) => {
      const groups = new Map<string, number>();
      const chanceOf = (group: string): number => {
        const chance = groups.get(group) ?? chances.next().value;
        groups.set(group, chance);
        return chance;
      };
      const fill = (size: number) => filled(structuredClone(data) as Json, {subject, smallKey, size, chanceOf});
      return {json: fill(small), view, small, twin: fill(TWINS.find((size) => size !== small)!)};
    });
};

interface Filling {
  readonly subject: Subject;
  readonly smallKey: string;
  readonly size: number;
  readonly chanceOf: (group: string) => number;
}

function filled(json: Json, {subject, smallKey, size, chanceOf}: Filling): Json {
  const allNames = new Set<string>();
  for (const [name, shape] of Object.entries(subject.chart.contract.lists)) {
    const totals = new Map<string, number>();
    for (const item of inOrderOfDays((json[name] ?? []) as Json[])) {
      const names = Object.keys(shape).map((key) => (shape[key]!.expected === 'id' ? item[key] : null));
      for (const name of names) if (typeof name === 'string') allNames.add(name);
      const given = countsOf(shape).filter((key) => typeof item[key] === 'number');
      let most = Infinity;
      // What is no more than another count of the sample – buyers among customers – is no more here.
      for (const key of given.sort((a, b) => (item[b] as number) - (item[a] as number))) {
        // The same group in several rows is of one size: the customers of a cohort stand in each of them.
        const chance = chanceOf(JSON.stringify([name, names, key, item[key]]));
        most = Math.min(most, key === smallKey && chance % 3 === 0 ? size : 1_000 + chance * 7);
        item[key] = 'date' in item ? sinceStart(totals, JSON.stringify([names, key]), most) : most;
      }
    }
  }
  // Flows must fit the counts they lead to, which chance will not give: they are left to the chart's own tests.
  delete json['moves'];
  return withoutDigits(json, allNames) as Json;
}

/** A name such as "4 days and more" tells no count, and may come and go with its group; a month keeps its name. */
function withoutDigits(value: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one) => withoutDigits(one, names));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withoutDigits(one, names)]));
  const isName = typeof value === 'string' && names.has(value) && !/^\d{4}-/.test(value);
  return isName ? value.replaceAll(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!) : value;
}

/** Counts of rows with a date are those from the start to that day: each stands on the ones before. */
function sinceStart(totals: Map<string, number>, group: string, count: number): number {
  const total = (totals.get(group) ?? 0) + count;
  totals.set(group, total);
  return total;
}

const dayOf = ({date}: Json): string => (typeof date === 'string' ? date : '');

const inOrderOfDays = (items: readonly Json[]): readonly Json[] =>
  [...items].sort((a, b) => dayOf(a).localeCompare(dayOf(b)));

/** Moves are left out above, and so is their view. */
const viewsWithCounts = ({cases}: Subject): string[] => [
  ...new Set(cases.map(({view}) => view).filter((view) => view !== 'moves')),
];

/** Counted, but no customers; a plan gives away nobody. */
const NO_CUSTOMERS = ['period', 'bin', 'memberCount', 'target'];

const countsOf = (shape: Subject['chart']['contract']['fields']): string[] =>
  Object.keys(shape).filter((key) => shape[key]?.expected === 'count' && !NO_CUSTOMERS.includes(key));

/** The numbers that the floor took out of the metrics: places that hold a small count without it and none with it. */
function withheldIn(open: unknown, floored: unknown, found = new Set<number>()): ReadonlySet<number> {
  if (isSmallGroup(open) && (floored === null || Number.isNaN(floored))) found.add(open);
  else if (isObject(open) && isObject(floored))
    for (const key of Object.keys(open)) withheldIn(open[key], floored[key], found);
  return found;
}

/**
 * How many figures that may be shown are read as a number: an index of 3.6 is rounded to it, three segments are counted.
 * They give away nobody.
 */
function readAs(whole: number, metrics: unknown, name = ''): number {
  if (typeof metrics === 'number')
    return Number(
      Number.isInteger(metrics) ? metrics === whole && NO_CUSTOMERS.includes(name) : Math.round(metrics) === whole,
    );
  if (!isObject(metrics)) return 0;
  return Object.entries(metrics).reduce((sum, [key, value]) => sum + readAs(whole, value, key), 0);
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
async function toldBy(element: ChartUnderTest): Promise<ReadonlyMap<string, readonly number[]>> {
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
  return new Map<string, readonly number[]>([
    ...Object.entries(worded).map(([way, text]) => [way, wholeNumbersIn(text)] as const),
    // The age of a cohort is no customer, and is told of the cells that can be pointed at.
    ['events', [...detailsOf(element).values()].flatMap((detail) => [...numbersIn({...detail, age: null})])],
  ]);
}

/** The values that tooltips name. */
function tooltipsOf(element: ChartUnderTest): string[] {
  const {root, datums} = readChart(element);
  // Cohorts are no customers, and are counted of the means that can be pointed at.
  const isCount = ({name}: {readonly name: string}) => name !== 'Cohorts';
  if (fieldOf(element)) return datums().flatMap(({lines}) => lines.filter(isCount).map(({value}) => value));
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
    const truth = hidden[0]![1];
    // A 0 tells of no customer, and adds nothing to a sum that may stand in the column itself.
    const isCount = Number.isInteger(total) && isSmallGroup(truth);
    return isCount && known.has(total) ? [`${label}: ${truth} of ${total}`] : [];
  });
}

for (const subject of subjects)
  describe(`${subject.name} and groups of fewer than ${MIN_CELL}`, () => {
    it(`tells none of them, in no way (${TABLES} tables)`, async function () {
      this.timeout(600_000);
      let [drawn, withheld] = [0, 0];
      const tried = new Set<string>();
      const property = fc.asyncProperty(withSmallGroups(subject), async ({json, view, small, twin}) => {
        const options = {...subject.chart.defaults, view};
        const {metrics: open, isEmpty} = subject.chart.measure(json, {...options, minCell: 0});
        if (open === null || isEmpty) return;
        const element = await show(subject, {data: json, view});
        if (element.metrics === null || element.status === 'empty') {
          element.remove();
          return;
        }
        drawn++;
        if (withheldIn(open, element.metrics).has(small)) {
          withheld++;
          tried.add(view);
          const told = await toldBy(element);
          const readable = readAs(small, element.metrics);
          element.data = twin;
          await element.updateComplete;
          const anyway = await toldBy(element);
          const isAnother = readable > readAs(small, element.metrics);
          const times = (numbers: readonly number[] = []) => numbers.filter((number) => number === small).length;
          const more = [...told].filter(([way, numbers]) => !isAnother && times(numbers) > times(anyway.get(way)));
          expect(more.map(([way]) => `${small} in ${way}`).join('\n')).to.equal('');
          element.data = json;
          await element.updateComplete;
        }
        expect(solvableIn(subject, element, open).join('\n')).to.equal('');
        element.remove();
      });
      await fc.assert(property, {numRuns: TABLES});
      expect(drawn / TABLES, 'share of tables drawn').to.be.above(0.25);
      expect(withheld / drawn, 'share of them with something withheld').to.be.above(0.25);
      expect([...tried], 'views in which something was withheld').to.include.members(viewsWithCounts(subject));
    });

    it('withholds unless it is told in words not to', async () => {
      let differing = 0;
      for (const {json} of fc.sample(withSmallGroups(subject), {numRuns: 20, seed: 7})) {
        const element = await show(subject, {data: json});
        expect(element.minCell).to.equal(MIN_CELL);
        const floored = element.metrics;
        element.minCell = 0;
        await element.updateComplete;
        if (withheldIn(element.metrics, floored).size > 0) differing++;
      }
      expect(differing).to.be.above(5);
    });
  });

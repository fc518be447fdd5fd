import '../../src/define.js';
import type {Chart} from '../../src/chart/chart.js';
import {charts} from '../../src/static.js';
import {demoCases, demoParts, type DemoCase} from '../support/demo-data.js';
import {mount} from '../support/fixture.js';
import {perTier} from '../support/tier.js';
import type {AnyChart} from '../support/read-chart.js';

/** A chart held to the promises: everything here comes from the chart list and from `test/support/demo-data.ts`. */
export interface Subject {
  readonly chart: Chart;
  readonly name: string;
  readonly tag: string;
  /** Every sample in every view that can show it; in the fast tier each view with the first sample that it can show. */
  readonly cases: readonly DemoCase[];
  /** The samples of the cases that are a whole file of `demo/data`, by its name: the fault server answers with the same. */
  readonly samples: ReadonlyMap<string, unknown>;
}

export type ChartUnderTest = AnyChart & {view: string};

export const subjects: readonly Subject[] = charts.map((chart) => {
  const all = demoCases(chart);
  const cases = perTier({fast: all.filter(isFirstOfView), gate: all, deep: all});
  const samples = new Map(cases.filter(({name}) => !demoParts.has(name)).map(({name, data}) => [name, data]));
  return {chart, name: chart.name, tag: `insight-${chart.name}`, cases, samples};
});

function isFirstOfView({view}: DemoCase, index: number, all: readonly DemoCase[]): boolean {
  return all.findIndex((other) => other.view === view) === index;
}

/** An element of a chart, not yet in the page. */
export const make = ({tag}: Subject, properties: Partial<ChartUnderTest> = {}): ChartUnderTest =>
  Object.assign(document.createElement(tag) as ChartUnderTest, properties);

/** An element of a chart in a place of a width, drawn. */
export async function show(
  subject: Subject,
  properties: Partial<ChartUnderTest> = {},
  width = 720,
): Promise<ChartUnderTest> {
  const element = mount(make(subject, properties), width);
  await element.updateComplete;
  return element;
}

/** Resolves once an element is in one of some states; throws after a time in milliseconds. */
export async function inState(element: AnyChart, states: readonly string[], patience = 5_000): Promise<void> {
  const start = performance.now();
  while (!states.includes(element.status)) {
    if (performance.now() - start > patience) throw new Error(`still ${element.status}, not ${states.join(' or ')}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await element.updateComplete;
}

/** Resolves when an element no longer waits for its source. */
export const loaded = (element: AnyChart, patience?: number): Promise<void> =>
  inState(element, ['ready', 'empty', 'partial', 'stale', 'invalid', 'failed'], patience);

import {sendKeys} from '@web/test-runner-commands';
import type {ChartElement} from '../../src/chart/chart-element.js';
import type {CommonOptions} from '../../src/chart/chart.js';
import {datumsOf} from '../../src/chart/datum-grid.js';
import type {Datum, DatumField, Scene} from '../../src/scene/scene.js';

export type AnyChart = ChartElement<CommonOptions, unknown>;

/** A rect that stands for a number, in the pixels of the drawing. */
export interface Bar {
  /** The id of the datum it belongs to; empty where it belongs to none. */
  readonly datum: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * What a reader of a chart meets: everything is read from the page, nothing from the chart's own memory – but for datums
 * that have no nodes before they are met.
 */
export interface ChartReader {
  readonly root: ShadowRoot;
  readonly drawing: SVGSVGElement | null;
  readonly heading: string;
  readonly headline: string;
  readonly notes: readonly string[];
  /** What is said instead of a picture: a title and a list; empty while there is a picture. */
  readonly notice: readonly string[];
  /** What a screen reader is told of the state. */
  readonly announcement: string;
  /** Rects of a part, in reading order. */
  bars(part?: string): Bar[];
  /** The sentences of the marks that stand for data, in reading order. */
  labels(): string[];
  /** Every datum of the drawing in reading order, also those that have no mark of their own. */
  datums(): Datum[];
  /** Every text of the drawing. */
  texts(): string[];
  /** The table, header first; waits for it, since it is built after the picture. */
  table(): Promise<string[][]>;
  /** Moves the focus: the Tab key into the drawing, then a key from mark to mark. Resolves with the focused sentence. */
  focusNext(key?: string): Promise<string | null>;
  /** The sentence of the mark that has the focus. */
  focused(): string | null;
}

export function readChart(element: AnyChart): ChartReader {
  const root = element.shadowRoot!;
  const all = (selector: string) => [...root.querySelectorAll(selector)];
  const textOf = (selector: string) => words(root.querySelector(selector));
  const focused = () =>
    root.activeElement?.matches('[data-datum]') ? root.activeElement.getAttribute('aria-label') : null;
  return {
    root,
    get drawing() {
      return root.querySelector('svg');
    },
    get heading() {
      return textOf('[part=heading]');
    },
    get headline() {
      return textOf('[part=headline]');
    },
    get notes() {
      return all('[part=notes] > li').map(words);
    },
    get notice() {
      return all('[part=notice] :is(p, li)').map(words);
    },
    get announcement() {
      return textOf('[role=status]');
    },
    bars: (part = 'bar') => all(`svg rect[part~="${part}"]`).map((rect) => barOf(rect as SVGRectElement)),
    labels: () => all('svg [data-datum]').map((mark) => mark.getAttribute('aria-label') ?? ''),
    datums: () => allDatums(sceneOf(element)),
    texts: () => all('svg text').map(({textContent}) => textContent),
    table: () => readTable(root),
    focused,
    async focusNext(key = 'ArrowDown') {
      if (focused() === null) await enter(element);
      else await sendKeys({press: key});
      return focused();
    },
  };
}

/** The drawing as data, which an element shows to its subclasses. */
const sceneOf = (element: AnyChart): Scene | null => (element as unknown as {readonly scene: Scene | null}).scene;

/** Where datums have no nodes: all that the arrow keys can reach. */
export const fieldOf = (element: AnyChart): DatumField | undefined => sceneOf(element)?.field;

function allDatums(scene: Scene | null): Datum[] {
  if (!scene?.field) return datumsOf(scene?.marks ?? []);
  const {rows, columns, datumOf} = scene.field;
  return Array.from({length: rows * columns}, (_, index) =>
    datumOf({row: Math.floor(index / columns), column: index % columns}),
  ).filter((datum) => datum !== null);
}

/** Tabs into an element from right before it, wherever the focus was. */
async function enter(element: Element): Promise<void> {
  const before = document.createElement('button');
  element.before(before);
  before.focus();
  await sendKeys({press: 'Tab'});
  before.remove();
}

const words = (node: Element | null): string => node?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';

/** Where a rect is to stand, even while it is still on its way there. */
function barOf(rect: SVGRectElement): Bar {
  const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(rect.getAttribute(name))) as [
    ...[number, number, number, number],
  ];
  const group = rect.parentElement as unknown as SVGGraphicsElement;
  const toDrawing = rect.ownerSVGElement!.getScreenCTM()!.inverse().multiply(group.getScreenCTM()!);
  const place = new DOMPoint(x, y).matrixTransform(toDrawing);
  return {datum: rect.closest('[data-datum]')?.getAttribute('data-datum') ?? '', x: place.x, y: place.y, width, height};
}

/** Longer than the page is ever made to wait for a table. */
const PATIENCE = 2_000;

async function readTable(root: ShadowRoot): Promise<string[][]> {
  for (let waited = 0; waited < PATIENCE; waited += 10) {
    const rows = [...root.querySelectorAll('[part=table] tr')];
    if (rows.length) return rows.map((row) => [...row.children].map(words));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('there is no table');
}

import type {CohortView} from './view.js';

/** A sample of what cells look like, with its words after it and, of the ramp, also before it. */
export interface LegendPlace {
  readonly key: 'ramp' | (typeof SAMPLES)[number][0];
  /** Of the sample, in pixels. */
  readonly x: number;
  /** The middle of the letters. */
  readonly y: number;
  readonly width: number;
  readonly before: string;
  readonly text: string;
}

const RAMP = 96;
const SAMPLES = [
  ['running', 16],
  ['unknown', 10],
  ['withheld', 5],
  ['empty', 12],
] as const;

/** What of a triangle its legend depends on. */
interface Needs {
  readonly x: number;
  readonly y: number;
  readonly rows: number;
  readonly cellHeight: number;
  /** Cells that are not finished, not known, withheld, or of nobody. */
  readonly running: readonly number[];
  readonly unknown: readonly number[];
  readonly withheld: readonly number[];
  readonly empty: readonly number[];
  /** Sizes that are not finished. */
  readonly rowHeads: readonly {readonly isGrowing: boolean}[];
  /** Of the ramp. */
  readonly ends: readonly [string, string];
}

/** What the cells mean, beneath them; what does not fit beside the rest stands on a line of its own. */
export function placeLegend(
  {x: left, y: top, rows, cellHeight, ends, rowHeads, ...cells}: Needs,
  {frame, words}: CohortView,
): LegendPlace[] {
  const {smallSize, unit} = frame;
  const gap = unit / 2;
  const entries = [
    {key: 'ramp', sample: RAMP, before: ends[0], text: ends[1]},
    ...SAMPLES.flatMap(([key, sample]) =>
      cells[key].length || (key === 'running' && rowHeads.some(({isGrowing}) => isGrowing))
        ? [{key, sample, before: '', text: key === 'empty' ? words.nobody : words.states[key]}]
        : [],
    ),
  ] as const;
  let [from, y] = [left, top + rows * cellHeight + smallSize * 1.6];
  return entries.map(({key, sample, before, text}) => {
    const start = before ? frame.textWidth(before, smallSize) + gap : 0;
    const end = gap + frame.textWidth(text, smallSize);
    if (from > left && from + start + sample + end > frame.width) [from, y] = [left, y + smallSize * 1.5];
    const x = from + start;
    const width = Math.max(1, Math.min(sample, frame.width - x - end));
    from = x + width + end + gap + unit;
    return {key, x, y, width, before, text};
  });
}

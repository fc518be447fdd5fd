import type {Frame} from '../../chart/chart.js';
import {widestText} from '../../guides/fit-text.js';
import type {RowItem} from './panels.js';
import type {LiftView} from './view.js';

/** The columns all panels share. */
export interface Columns {
  readonly kind: 'wide' | 'stacked' | 'dense';
  readonly plotX: number;
  readonly plotWidth: number;
  /** Right edge of the figures. */
  readonly figureX: number;
  /** Left edge of the words, or their right edge when stacked. */
  readonly wordX: number;
  readonly nameWidth: number;
  readonly wordWidth: number;
  /** Whether each rate has its counts beside it. */
  readonly hasCounts: boolean;
  /** From one row to the next. */
  readonly pitch: number;
  /** Middle of the interval under the top of its row. */
  readonly middle: number;
}

const LEAST_WIDE = 540;
const LEAST_PLOT = 150;
/** With more rows than this, each is one line. */
const MANY = 36;

export function columnsOf(items: readonly RowItem[], {frame}: LiftView): Columns {
  const {unit, labelSize, smallSize, width} = frame;
  const isDense = items.length > MANY;
  const textOf = (textIn: (item: RowItem) => string, size: number) => widest(items.map(textIn), size, frame);
  const {hasCounts, details} = isDense ? {hasCounts: false, details: 0} : underNames(items, frame);
  const nameWidth = Math.min(
    Math.max(
      textOf(({name}) => name, labelSize),
      details,
    ),
    width * NAMES,
  );
  const bold = {textWidth: (text: string, size: number) => frame.textWidth(text, size, 'bold')};
  const words = Math.ceil(
    widestText(
      items.map(({word}) => word),
      labelSize,
      bold,
    ),
  );
  const wordWidth = Math.min(words, width * 0.27);
  const figures = textOf(({figure}) => figure, labelSize);
  const figureWidth = isDense
    ? figures
    : Math.max(
        figures,
        textOf(({range}) => range(), smallSize),
      );
  const plotX = nameWidth + unit * 2;
  const plotWidth = width - plotX - figureWidth - unit * 2 - (wordWidth ? wordWidth + unit * 2 : 0);
  if (width < LEAST_WIDE || plotWidth < LEAST_PLOT) return stackedColumns(words, frame);
  const pitch = rowHeight(isDense ? 0 : hasCounts ? 2 : 1, frame);
  return {
    kind: isDense ? 'dense' : 'wide',
    ...{plotX, plotWidth, nameWidth, wordWidth, hasCounts, pitch},
    figureX: plotX + plotWidth + unit * 2 + figureWidth,
    wordX: width - wordWidth,
    middle: pitch / 2,
  };
}

/** Part of the width that names may take, and what stands under them. */
const NAMES = 0.3;

/** How wide the lines under the names are: the counts behind each level where they have room, else the levels alone. */
function underNames(items: readonly RowItem[], frame: Frame): Pick<Columns, 'hasCounts'> & {readonly details: number} {
  const widthOf = (textsOf: (item: RowItem) => readonly string[]) =>
    widest(items.flatMap(textsOf), frame.smallSize, frame);
  const counts = widthOf((item) => item.counts() ?? []);
  const hasCounts = counts > 0 && counts <= frame.width * NAMES;
  return {hasCounts, details: hasCounts ? counts : widthOf(({detail}) => [detail()])};
}

const widest = (texts: readonly string[], size: number, frame: Frame): number =>
  Math.ceil(widestText(texts, size, frame));

/** Of a name with so many lines under it. */
const rowHeight = (lines: number, {labelSize, smallSize, unit}: Frame): number =>
  Math.max(
    labelSize + unit + (lines > 0 ? unit * 1.25 : 0) + lines * smallSize + Math.max(0, lines - 1) * (unit / 2),
    // Large letters need more than the rhythm gives.
    (labelSize + smallSize) * (0.6 + lines * 0.65),
  );

/** Too narrow for columns: name and word above the interval, figures below it. */
function stackedColumns(words: number, {unit, width, labelSize, smallSize}: Frame): Columns {
  const wordWidth = Math.min(words, width / 2);
  return {
    kind: 'stacked',
    // Arrows at either end need a little room.
    ...{plotX: unit, plotWidth: width - unit * 2, nameWidth: width - wordWidth - unit, wordWidth},
    ...{figureX: width, wordX: width, hasCounts: false},
    pitch: labelSize + smallSize + unit * 5.5,
    middle: labelSize + unit * 2,
  };
}

/** The one drawing that everybody makes: same places, same letters, same colour. Sizes in pixels are those of our own. */
import {RUNGS} from './workload.js';

export const SIZE = 13;
export const INK = '#1f2328';
export const LETTERS = {size: SIZE, ink: INK};
export const BAR_INK = '#2a6fb0';
export const RADIUS = 2;
/** From the top of a panel to its first bar, of a bar, from bar to bar, from names to counts. */
export const TOP = 24;
export const BAR = 24;
export const PITCH = 36;
export const NAMES = 72;
/** A library that divides a height into equal bands puts half a gap before the first bar and after the last. */
export const BANDS_TOP = TOP - (PITCH - BAR) / 2;
export const BANDS = PITCH * RUNGS.length;
const COUNTS = 52;
export const GAP = 32;
const LEAST_PANEL = 264;

/** Highest rung first, as it is read. */
export const FROM_TOP = RUNGS.map((id) => ({id, name: id[0].toUpperCase() + id.slice(1)})).reverse();
export const NAME_OF = Object.fromEntries(FROM_TOP.map(({id, name}) => [id, name]));

const format = new Intl.NumberFormat('en', {maximumFractionDigits: 0});
export const countText = (count) => format.format(count);

/** Small multiples in even columns: where each stands and what it shows; `counts` from the highest rung down. */
export function panelsOf({rows}, {width, height}) {
  const bySeries = Map.groupBy(rows, ({series}) => series ?? '');
  const most = Math.max(...rows.map(({count}) => count));
  const columns = columnsFor(bySeries.size, width);
  const panelWidth = (width - GAP * (columns - 1)) / columns;
  const panelHeight = (height - GAP * (Math.ceil(bySeries.size / columns) - 1)) / Math.ceil(bySeries.size / columns);
  return [...bySeries].map(([title, ofSeries], index) => ({
    title,
    most,
    x: (index % columns) * (panelWidth + GAP),
    y: Math.floor(index / columns) * (panelHeight + GAP),
    width: panelWidth,
    height: panelHeight,
    longest: panelWidth - NAMES - COUNTS,
    counts: ofSeries.map(({count}) => count).reverse(),
  }));
}

/** Rows of equal length: 8 panels of which 3 fit stand 3 + 3 + 2. */
export function columnsFor(panels, width) {
  const fitting = Math.max(1, Math.floor((width + GAP) / (LEAST_PANEL + GAP)));
  return Math.ceil(panels / Math.ceil(panels / fitting));
}

/** The count at the right edge of a panel's scale: the longest bar, then room for its number. */
export const scaleEnd = ({most, width, longest}) => (most * (width - NAMES)) / longest;

import {box, FIRST_LINE, label} from '../../scene/marks.js';
import type {DatumBox, DatumField, GroupMark, Ink, Mark, Scene} from '../../scene/scene.js';
import type {BoardCell, BoardLegend} from './board.js';
import type {BoardLayout, Track} from './layout-board.js';
import type {MatrixView} from './view.js';

/** Text is read on every shade up to this in light and in dark; without text a shade may be as strong as it likes. */
const STRONGEST = 0.54;
const WEAKEST = 0.05;

/** A grid or a migration. */
export function drawBoard(layout: BoardLayout, view: MatrixView): Scene {
  const {width, height, rows, columns, isImage} = layout;
  const heads = [...drawLegend(layout, view), ...drawHeads(layout, view)];
  const drawPlace = isImage ? drawFlat : drawCell;
  const places = rows.flatMap((_, row) => columns.flatMap((__, column) => drawPlace(layout, {row, column}, view)));
  if (!isImage) return {width, height, marks: [...heads, ...places]};
  return {width, height, marks: [...heads, ...drawShades(layout), ...places], field: fieldOf(layout)};
}

function drawHeads({rowHeads, columnHeads}: BoardLayout, {frame}: MatrixView): Mark[] {
  const {labelSize, smallSize: size} = frame;
  const muted = {anchor: 'middle', size, paint: {fill: 'muted'}} as const;
  return [
    ...columnHeads.flatMap(({lines, x, y}, column) =>
      lines.map((text, line) =>
        label(`column ${column} ${line}`, text, {x, y: y - (lines.length - 1 - line) * size * 1.15, ...muted}),
      ),
    ),
    ...rowHeads.flatMap(({lines, x, y}, row) =>
      lines.map((text, line) =>
        label(`row ${row} ${line}`, text, {
          x,
          y: y + (line - (lines.length - 1) / 2) * labelSize * 1.15,
          anchor: 'end',
          size: labelSize,
        }),
      ),
    ),
  ];
}

interface Place {
  readonly row: number;
  readonly column: number;
}

const opacityOf = (shade: number, hasText: boolean): number =>
  WEAKEST + ((hasText ? STRONGEST : 1) - WEAKEST) * Math.min(1, shade);

function drawCell({cells, rows, columns, forms}: BoardLayout, place: Place, view: MatrixView): GroupMark {
  const cell = cells[place.row]![place.column]!;
  const [row, column] = [rows[place.row]!, columns[place.column]!];
  const isSum = place.row === rows.length - 1 || place.column === columns.length - 1;
  const area = {x: 0, y: 0, width: column.size, height: row.size, radius: 2};
  const texts = isSum ? sumTexts(cell, column.size, view) : textsOf(cell, forms);
  const hasText = Math.max(...forms) >= 0;
  return {
    kind: 'group',
    key: `${place.row} ${place.column}`,
    part: isSum ? 'sum' : 'cell',
    x: column.start,
    y: row.start,
    datum: cell.datumAt(place),
    marks: [
      ...(isSum
        ? []
        : [
            cell.shade === null
              ? box('shade', area, {fill: 'wash'})
              : box('shade', area, {fill: cell.ink, opacity: opacityOf(cell.shade, hasText)}),
          ]),
      box('hit', area, {fill: 'none', ...(cell.isFramed ? {stroke: 'context'} : {})}),
      ...drawTexts(texts, {...area, key: 'text'}, view),
    ],
  };
}

/** A cell that has one text, a zero or the sign of what is withheld, shows it wherever one line fits. */
const textsOf = ({lines}: BoardCell, forms: readonly number[]): string[] =>
  lines.flatMap((texts, line) => {
    const form = lines.length === 1 ? Math.max(...forms) : forms[line]!;
    return form < 0 ? [] : [texts[Math.min(form, texts.length - 1)]!];
  });

/** Of a sum as much as fits its own place. */
const sumTexts = ({lines}: BoardCell, room: number, {frame}: MatrixView): string[] =>
  lines.flatMap((texts) => texts.find((text) => frame.textWidth(text, frame.smallSize, 'bold') <= room) ?? []);

function drawTexts(
  texts: readonly string[],
  {x, y, width, height, key}: DatumBox & {readonly key: string},
  {frame}: MatrixView,
): Mark[] {
  const size = frame.smallSize;
  return texts.map((text, index) => {
    const shift = (index - (texts.length - 1) / 2) * size * 1.15;
    const weight = index ? {} : ({weight: 'bold'} as const);
    const place = {x: x + width / 2, y: y + height / 2 + shift, anchor: 'middle', size, ...weight} as const;
    return label(`${key} ${index}`, text, place);
  });
}

/** What stands on the image: texts, and the frames of stayers. */
function drawFlat(layout: BoardLayout, place: Place, view: MatrixView): Mark[] {
  const {cells, rows, columns, forms, isDense} = layout;
  const {row, column} = place;
  if (row === rows.length - 1 || column === columns.length - 1) return drawSum(layout, place, view);
  const cell = cells[row]![column]!;
  const area = areaOf(layout, place);
  const frame = box('frame', area, {fill: 'none', stroke: 'context'});
  return [
    ...(cell.isFramed ? [{...frame, key: `frame ${row}`}] : []),
    ...(isDense ? [] : drawTexts(textsOf(cell, forms), {...area, key: `${row} ${column}`}, view)),
  ];
}

const areaOf = ({rows, columns}: BoardLayout, {row, column}: Place): DatumBox => {
  const [line, track] = [rows[row]!, columns[column]!];
  return {x: track.start, y: line.start, width: track.size, height: line.size};
};

function drawSum(layout: BoardLayout, place: Place, view: MatrixView): Mark[] {
  const {cells, columns, columnStep: step, isDense} = layout;
  const {row, column} = place;
  const area = {...areaOf(layout, place), key: `${row} ${column}`};
  const isOfColumn = column < columns.length - 1;
  const isLeftOut = column % step > 0 || column + step > columns.length - 1;
  if (isOfColumn && step > 1 && isLeftOut) return [];
  const room = isOfColumn ? area.width * step : area.width;
  const texts = sumTexts(cells[row]![column]!, room, view);
  // A line too low for letters is summed in tooltip and table only.
  return drawTexts(area.height < view.frame.smallSize ? [] : texts.slice(0, isDense ? 1 : 2), area, view);
}

/** Every cell of one ink in one image: a diverging measure has two, and what is withheld has its own. */
function drawShades(layout: BoardLayout): Mark[] {
  const {cells, rows, columns, gap, forms} = layout;
  const [m, n] = [rows.length - 1, columns.length - 1];
  const hasText = Math.max(...forms) >= 0;
  const shades = new Map<Ink, Uint8Array>();
  for (let row = 0; row < m; row++)
    for (let column = 0; column < n; column++) {
      const {ink, shade} = cells[row]![column]!;
      const shown = shade === null ? 'wash' : ink;
      let image = shades.get(shown);
      if (!image) shades.set(shown, (image = new Uint8Array(m * n)));
      image[row * n + column] = Math.round((shade === null ? 1 : opacityOf(shade, hasText)) * 255);
    }
  const {x, y} = areaOf(layout, {row: 0, column: 0});
  const size = {width: n * stepOf(columns), height: m * stepOf(rows)};
  return [...shades].map(([ink, image]) => ({
    kind: 'cells',
    key: `shades ${ink}`,
    part: 'cells dimmable',
    ...{x, y, ...size, rows: m, columns: n, shades: image, gap},
    paint: {fill: ink},
  }));
}

const stepOf = ([first, second]: readonly Track[]): number => second!.start - first!.start;

function fieldOf(layout: BoardLayout): DatumField {
  const {cells, rows, columns} = layout;
  const trackAt = (tracks: readonly Track[], at: number) =>
    tracks.findIndex(({start, size}) => at >= start && at < start + size);
  return {
    rows: rows.length,
    columns: columns.length,
    at: (x, y) => {
      const place = {row: trackAt(rows, y), column: trackAt(columns, x)};
      return place.row < 0 || place.column < 0 ? null : place;
    },
    has: ({row, column}) => cells[row]?.[column] !== undefined,
    datumOf: (place) => cells[place.row]?.[place.column]?.datumAt(place) ?? null,
    boxOf: (place) => areaOf(layout, place),
    marksOf: (place) => [box('marker', areaOf(layout, place), {fill: 'none', stroke: 'text', strokeWidth: 2})],
  };
}

const RAMP_STEPS = 5;
const SWATCH = 16;

function drawLegend(layout: BoardLayout, view: MatrixView): Mark[] {
  const {legend} = layout;
  return legend.kind === 'ramp' ? drawRamp(legend, layout, view) : drawParts(legend, layout, view);
}

function drawRamp(
  {title, ends, inks}: Extract<BoardLegend, {kind: 'ramp'}>,
  {legendWidth, forms}: BoardLayout,
  {frame}: MatrixView,
): Mark[] {
  const {smallSize: size, unit} = frame;
  const [low, high] = ends;
  const isDiverging = inks[0] !== inks[1];
  const steps = isDiverging ? RAMP_STEPS * 2 : RAMP_STEPS;
  const right = legendWidth - frame.textWidth(high, size) - unit;
  // Where there is little room, the ramp gives way to its ends.
  const swatch = Math.min(SWATCH, Math.max(1, (right - frame.textWidth(low, size) - unit) / steps));
  const left = right - steps * swatch;
  const y = size * FIRST_LINE;
  const text = {y, size, paint: {fill: 'muted'}} as const;
  const titleRoom = left - frame.textWidth(low, size) - unit * 2;
  const hasText = Math.max(...forms) >= 0;
  return [
    ...(frame.textWidth(title, size) <= titleRoom ? [label('legend', title, {x: 0, ...text})] : []),
    label('legend low', low, {x: left - unit, anchor: 'end', ...text}),
    ...Array.from({length: steps}, (_, step) => {
      const t = isDiverging ? (step + 0.5) / RAMP_STEPS - 1 : (step + 0.5) / RAMP_STEPS;
      const place = {x: left + step * swatch, y: y - 5, width: swatch, height: 10};
      return {
        ...box('swatch', place, {fill: inks[t < 0 ? 0 : 1], opacity: opacityOf(Math.abs(t), hasText)}),
        key: `swatch ${step}`,
      };
    }),
    label('legend high', high, {x: legendWidth, anchor: 'end', ...text}),
  ];
}

/** The parts of a whole on one bar, their texts above its beginning, middle and end. */
function drawParts(
  {parts}: Extract<BoardLegend, {kind: 'parts'}>,
  {legendWidth}: BoardLayout,
  {frame}: MatrixView,
): Mark[] {
  const {smallSize: size, unit} = frame;
  const form = [0, 1, 2].find(
    (index) =>
      parts.reduce((sum, {texts}) => sum + frame.textWidth(texts[index]!, size, 'bold'), 0) + unit * 4 <= legendWidth,
  );
  const [y, top] = [size * FIRST_LINE, size + unit / 2];
  const anchors = ['start', 'middle', 'end'] as const;
  let from = 0;
  const bars = parts.map(({ink, share}, index) => {
    const place = {x: from * legendWidth, y: top, width: Math.max(0, share * legendWidth - 1), height: unit};
    from += share;
    return {...box('part', place, {fill: ink}), key: `part ${index}`};
  });
  const texts = parts.map((part, index) =>
    label(`part text ${index}`, part.texts[form ?? 2]!, {
      x: (index / 2) * legendWidth,
      y,
      size,
      anchor: anchors[index]!,
      weight: 'bold',
    }),
  );
  return [...texts, ...bars];
}

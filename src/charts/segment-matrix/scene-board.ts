import {box, hitArea, label} from '../../scene/marks.js';
import type {DatumBox, DatumField, GroupMark, Ink, Mark, Scene, TextMark} from '../../scene/scene.js';
import type {BoardCell} from './board.js';
import type {BoardLayout, HeadPlace, Track} from './layout-board.js';
import {drawKey} from './key.js';
import {drawLegend, opacityOf} from './scene-legend.js';
import type {MatrixView} from './view.js';

/** A grid or a migration. */
export function drawBoard(layout: BoardLayout, view: MatrixView): Scene {
  const {width, height, rows, columns, isField, isDense} = layout;
  const heads = [...drawLegend(layout, view), ...drawHeads(layout, view), ...drawKey(layout.key, view)];
  const drawPlace = isField ? drawFlat : drawCell;
  const places = rows.flatMap((_, row) => columns.flatMap((__, column) => drawPlace(layout, {row, column}, view)));
  if (!isField) return {width, height, marks: [...heads, ...places]};
  const ground = isDense ? drawImages(layout) : [drawShades(layout)];
  return {width, height, marks: [...heads, ...ground, ...places], field: fieldOf(layout)};
}

/** How heads are written, and how much of their lines stands above their place: all of it, or half. */
type HeadLook = Pick<TextMark, 'size' | 'paint'> & {readonly above: number};

function drawHeads({rowHeads, columnHeads}: BoardLayout, {frame}: MatrixView): Mark[] {
  const draw = (kind: string, heads: readonly HeadPlace[], {above, ...look}: HeadLook) =>
    heads.flatMap(({lines, x, y, anchor}, index) =>
      lines.map((text, line) =>
        label(`${kind} ${index} ${line}`, text, {
          x,
          y: y + (line - (lines.length - 1) * above) * look.size * 1.15,
          anchor,
          ...look,
        }),
      ),
    );
  return [
    ...draw('column', columnHeads, {size: frame.smallSize, above: 1, paint: {fill: 'muted'}}),
    ...draw('row', rowHeads, {size: frame.labelSize, above: 0.5}),
  ];
}

interface Place {
  readonly row: number;
  readonly column: number;
}

const kindOf = ({rows, columns}: BoardLayout, {row, column}: Place): keyof BoardLayout['forms'] =>
  column === columns.length - 1 ? 'row' : row === rows.length - 1 ? 'column' : 'cell';

function drawCell(layout: BoardLayout, place: Place, view: MatrixView): GroupMark {
  const {cells, hasTexts} = layout;
  const cell = cells[place.row]![place.column]!;
  const {x, y, width, height} = areaOf(layout, place);
  const kind = kindOf(layout, place);
  const isSum = kind !== 'cell';
  const area = {x: 0, y: 0, width, height};
  return {
    kind: 'group',
    key: `${place.row} ${place.column}`,
    part: isSum ? 'sum' : 'cell',
    x,
    y,
    datum: cell.datumAt(place),
    marks: [
      isSum ? hitArea(area) : shadeOf(cell, area, hasTexts),
      ...(cell.isFramed ? [frameOf(area)] : []),
      ...drawTexts(textsOf(cell, layout.forms[kind]), {...area, key: 'text'}, view),
    ],
  };
}

/** It is what the pointer meets; a frame would be as pale as the shade and so is a mark of its own. */
const shadeOf = ({shade, ink}: BoardCell, area: DatumBox, hasText: boolean): Mark =>
  box(
    'shade hit',
    {...area, radius: 2},
    shade === null ? {fill: 'wash'} : {fill: ink, opacity: opacityOf(shade, hasText)},
  );

/**
 * The sign of what is withheld, a mere dot, is shown everywhere: without it the cell would look like a small number.
 */
const textsOf = ({isWithheld, linesOf}: BoardCell, forms: readonly number[]): string[] =>
  linesOf().flatMap((texts, line) => {
    const form = forms[line]!;
    return form < 0 && (line || !isWithheld) ? [] : [texts.at(Math.min(form, texts.length - 1))!];
  });

function drawTexts(
  texts: readonly string[],
  {x, y, width, height, key, isAtStart = false}: DatumBox & {readonly key: string; readonly isAtStart?: boolean},
  {frame}: MatrixView,
): Mark[] {
  const size = frame.smallSize;
  return texts.map((text, index) => {
    const shift = (index - (texts.length - 1) / 2) * size * 1.15;
    const weight = index ? {} : ({weight: 'bold'} as const);
    const place = isAtStart ? ({x, anchor: 'start'} as const) : ({x: x + width / 2, anchor: 'middle'} as const);
    return label(`${key} ${index}`, text, {...place, y: y + height / 2 + shift, size, ...weight});
  });
}

/** What stands on the image: texts, and the frames of stayers. */
function drawFlat(layout: BoardLayout, place: Place, view: MatrixView): Mark[] {
  const {cells, forms, hasTexts} = layout;
  const {row, column} = place;
  if (kindOf(layout, place) !== 'cell') return drawSum(layout, place, view);
  const cell = cells[row]![column]!;
  const area = areaOf(layout, place);
  return [
    ...(cell.isFramed ? [{...frameOf(area), key: `frame ${row}`}] : []),
    ...(hasTexts || cell.isWithheld
      ? drawTexts(textsOf(cell, forms.cell), {...area, key: `${row} ${column}`}, view)
      : []),
  ];
}

/** It lies on what the pointer meets and shows the focus as that does. */
const frameOf = (area: DatumBox): Mark => box('hit', {...area, radius: 2}, {fill: 'none', stroke: 'context'});

const areaOf = ({rows, columns}: BoardLayout, {row, column}: Place): DatumBox => {
  const [line, track] = [rows[row]!, columns[column]!];
  return {x: track.start, y: line.start, width: track.size, height: line.size};
};

function drawSum(layout: BoardLayout, place: Place, view: MatrixView): Mark[] {
  const {cells, columns, columnStep: step, isDense} = layout;
  const {row, column} = place;
  const isOfColumn = column < columns.length - 1;
  const area = {...areaOf(layout, place), key: `${row} ${column}`, isAtStart: isOfColumn && step > 1};
  const isLeftOut = column % step > 0 || column + step > columns.length - 1;
  if (isOfColumn && step > 1 && isLeftOut) return [];
  const texts = textsOf(cells[row]![column]!, layout.forms[isOfColumn ? 'column' : 'row']);
  // A line too low for letters is summed in tooltip and table only.
  return drawTexts(area.height < view.frame.smallSize ? [] : texts.slice(0, isDense ? 1 : 2), area, view);
}

function drawShades(layout: BoardLayout): GroupMark {
  const {cells, hasTexts} = layout;
  const marks = cells.slice(0, -1).flatMap((line, row) =>
    line.slice(0, -1).map((cell, column) => ({
      ...shadeOf(cell, areaOf(layout, {row, column}), hasTexts),
      key: `${row} ${column}`,
    })),
  );
  return {kind: 'group', key: 'shades', pales: true, marks};
}

/** Every cell of one ink in one image: a diverging measure has two, and what is withheld has its own. */
function drawImages(layout: BoardLayout): Mark[] {
  const {cells, rows, columns} = layout;
  const [m, n] = [rows.length - 1, columns.length - 1];
  const shades = new Map<Ink, Uint8Array>();
  for (let row = 0; row < m; row++)
    for (let column = 0; column < n; column++) {
      const {ink, shade} = cells[row]![column]!;
      const shown = shade === null ? 'wash' : ink;
      let image = shades.get(shown);
      if (!image) shades.set(shown, (image = new Uint8Array(m * n)));
      image[row * n + column] = Math.round((shade === null ? 1 : opacityOf(shade, false)) * 255);
    }
  const {x, y} = areaOf(layout, {row: 0, column: 0});
  const size = {width: n * stepOf(columns), height: m * stepOf(rows)};
  return [...shades].map(([ink, image]) => ({
    kind: 'cells',
    key: `shades ${ink}`,
    part: 'cells',
    ...{x, y, ...size, rows: m, columns: n, shades: image},
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

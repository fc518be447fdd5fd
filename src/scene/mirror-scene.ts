import type {DatumField, Mark, Scene} from './scene.js';

const OPPOSITE = {start: 'end', middle: 'middle', end: 'start'} as const;

/**
 * The scene for a page that reads from right to left: every place is reflected, every text keeps its own direction.
 * Charts lay out left to right only and never think of it.
 */
export const mirrorScene = (scene: Scene): Scene => ({
  ...scene,
  marks: scene.marks.map((mark) => mirrored(mark, scene.width)),
  ...(scene.field && {field: mirroredField(scene.field, scene.width)}),
});

const mirroredField = (field: DatumField, width: number): DatumField => ({
  ...field,
  at: (x, y) => field.at(width - x, y),
  boxOf: (place) => {
    const box = field.boxOf(place);
    return {...box, x: width - box.x - box.width};
  },
  marksOf: (place) => field.marksOf(place).map((mark) => mirrored(mark, width)),
});

function mirrored(mark: Mark, width: number): Mark {
  switch (mark.kind) {
    case 'group':
      // Children are reflected around the group's own origin, so the group only moves.
      return {...mark, x: width - (mark.x ?? 0), marks: mark.marks.map((child) => mirrored(child, 0))};
    case 'rect':
      return {...mark, x: width - mark.x - mark.width};
    case 'line':
      return {...mark, x1: width - mark.x1, x2: width - mark.x2};
    case 'circle':
      return {...mark, cx: width - mark.cx};
    case 'text':
      return {...mark, x: width - mark.x, anchor: OPPOSITE[mark.anchor ?? 'start']};
    default:
      return {...mark, x: width - (mark.x ?? 0), mirrored: !mark.mirrored};
  }
}

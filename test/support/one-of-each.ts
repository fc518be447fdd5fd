import type {Mark, Scene} from '../../src/scene/scene.js';

const datum = {id: 'a b', label: 'A: 3 customers.', title: 'A', lines: [], row: 0, column: 0, detail: {count: 3}};

/** A mark of every kind, with every property once. */
export const oneOfEach: readonly Mark[] = [
  {
    kind: 'group',
    key: 'group',
    part: 'rung',
    x: 10,
    y: 20,
    datum,
    paint: {fill: 'gain'},
    marks: [
      {kind: 'rect', key: 'rect', part: 'bar', x: 1, y: 2, width: 30, height: 10, radius: 2, paint: {opacity: 0.5}},
      {kind: 'line', key: 'line', x1: 0, y1: 1, x2: 20, y2: 3, paint: {stroke: 'plan', strokeWidth: 2, dash: [4, 3]}},
      {kind: 'circle', key: 'circle', cx: 50, cy: 10, r: 4, paint: {fill: 'none', stroke: 'series-1'}},
      {kind: 'path', key: 'path', d: 'M0 0H8V6Z', x: 60, y: 5, paint: {fill: 'loss'}},
      {kind: 'text', key: 'text', x: 80, y: 12, size: 13, text: 'A < B & "C"', anchor: 'middle', weight: 'bold'},
      {kind: 'text', key: 'end', x: 100, y: 12, size: 12, text: '上升', anchor: 'end', paint: {fill: 'muted'}},
      {kind: 'text', key: 'start', x: 100, y: 12, size: 12, text: 'start'},
    ],
  },
  {kind: 'path', key: 'alone', d: 'M0 0L5 5', paint: {stroke: 'grid'}},
];

export const sceneOfEach: Scene = {width: 120, height: 60, marks: oneOfEach};

import {expect} from 'chai';
import {attributesOf, rounded, TAG_OF, type ColourOf} from '../../src/scene/mark-attributes.js';
import type {Mark} from '../../src/scene/scene.js';

const colourOf: ColourOf = (ink) => `the ${ink}`;
const rect = {kind: 'rect', key: 'r', x: 1.005, y: 2.345, width: 10.1249, height: 0} as const;
const text = {kind: 'text', key: 't', x: 1, y: 2, size: 13, text: 'A'} as const;
const group = {kind: 'group', key: 'g', marks: []} as const;
const path = {kind: 'path', key: 'p', d: 'M0 0'} as const;
const datum = {id: 'a', label: 'A: 3.', title: 'A', lines: [], row: 0, column: 0, detail: {}};

const cases: readonly {name: string; mark: Mark; attributes: Record<string, string | number>}[] = [
  {name: 'a rect, to two decimals', mark: rect, attributes: {x: 1, y: 2.35, width: 10.12, height: 0}},
  {name: 'round corners', mark: {...rect, radius: 2}, attributes: {x: 1, y: 2.35, width: 10.12, height: 0, rx: 2}},
  {
    name: 'corners never rounder than the rect is wide',
    mark: {...rect, width: 2, radius: 3},
    attributes: {x: 1, y: 2.35, width: 2, height: 0, rx: 1},
  },
  {
    name: 'a line',
    mark: {kind: 'line', key: 'l', x1: 1, y1: 2, x2: 3, y2: 4},
    attributes: {x1: 1, y1: 2, x2: 3, y2: 4},
  },
  {name: 'a circle', mark: {kind: 'circle', key: 'c', cx: 1, cy: 2, r: 3}, attributes: {cx: 1, cy: 2, r: 3}},
  {name: 'a path', mark: path, attributes: {d: 'M0 0'}},
  {name: 'a path with a place', mark: {...path, x: 3}, attributes: {d: 'M0 0', transform: 'translate(3 0)'}},
  {
    name: 'a mirrored path',
    mark: {...path, x: 3, y: 4, mirrored: true},
    attributes: {d: 'M0 0', transform: 'translate(3 4) scale(-1 1)'},
  },
  {name: 'a group', mark: group, attributes: {}},
  {name: 'a group with a place', mark: {...group, y: 5}, attributes: {transform: 'translate(0 5)'}},
  {name: 'a text', mark: text, attributes: {x: 1, y: 2, 'font-size': 13}},
  {
    name: 'a bold text that ends at its place',
    mark: {...text, anchor: 'end', weight: 'bold'},
    attributes: {x: 1, y: 2, 'font-size': 13, 'text-anchor': 'end', 'font-weight': '600'},
  },
  {name: 'a start, which needs no word', mark: {...text, anchor: 'start'}, attributes: {x: 1, y: 2, 'font-size': 13}},
  {name: 'a part', mark: {...group, part: 'bar'}, attributes: {part: 'bar'}},
  {
    name: 'paint',
    mark: {...group, paint: {fill: 'gain', stroke: 'plan', strokeWidth: 1.5, dash: [4, 3], opacity: 0.5}},
    attributes: {
      fill: 'the gain',
      stroke: 'the plan',
      'stroke-width': 1.5,
      'stroke-dasharray': '4 3',
      opacity: 0.5,
    },
  },
  {name: 'no fill, which is no ink', mark: {...group, paint: {fill: 'none'}}, attributes: {fill: 'none'}},
  {name: 'full transparency', mark: {...group, paint: {opacity: 0}}, attributes: {opacity: 0}},
  {
    name: 'a datum',
    mark: {...group, datum},
    attributes: {role: 'graphics-symbol', 'aria-label': 'A: 3.', 'data-datum': 'a'},
  },
];

describe('attributes of a mark', () => {
  for (const {name, mark, attributes} of cases)
    it(`write ${name}`, () => expect(attributesOf(mark, colourOf)).to.deep.equal(attributes));

  it('exist for every kind, which has an element of its own; cells and dots are groups of paths, or painted', () => {
    const {cells, dots, ...others} = TAG_OF;
    expect([cells, dots]).to.deep.equal([TAG_OF.group, TAG_OF.group]);
    expect(new Set(Object.values(others)).size).to.equal(Object.keys(others).length);
  });
});

describe('a rounded number', () => {
  it('has two decimals', () => expect([1.234, -1.236, 3, 1e-9].map(rounded)).to.deep.equal([1.23, -1.24, 3, 0]));
  it('is never written as minus zero', () => expect(`${rounded(-0.001)}`).to.equal('0'));
});

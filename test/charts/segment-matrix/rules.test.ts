import {expect} from 'chai';
import type {SegmentMatrixOptions} from '../../../src/charts/segment-matrix/options.js';
import {gridOf, issuesOf, measured} from './read.js';

const square = () =>
  gridOf([
    [10, 20],
    [30, 40],
  ]).rows;

const CASES: readonly [name: string, json: unknown, issues: string[], options?: Partial<SegmentMatrixOptions>][] = [
  ['a missing cell', {rows: square().slice(1)}, ['rows missing_cell']],
  ['a cell given twice', {rows: [...square(), square()[2]]}, ['rows.4.row duplicate']],
  ['one row', {rows: square().slice(0, 2)}, ['rows one_row']],
  ['one column', {rows: [square()[0], square()[2]]}, ['rows one_column']],
  ['negative customers', {rows: [{...square()[0], customers: -1}]}, ['rows.0.customers unexpected']],
  ['half a customer', {rows: [{...square()[0], customers: 0.5}]}, ['rows.0.customers unexpected']],
  ['a value that is no number', {rows: [{...square()[0], value: 'much'}]}, ['rows.0.value unexpected']],
  ['no count at all', {rows: [{row: 'a', column: 'b'}]}, ['rows.0.customers missing']],
  ['no name', {rows: [{column: 'b', customers: 3}]}, ['rows.0.row missing']],
  ['an order of what nobody has', {rows: square(), rowOrder: ['R0', 'R1', 'R9']}, ['rowOrder.2 unknown_entry']],
  ['an order with a name twice', {rows: square(), rowOrder: ['R0', 'R1', 'R0']}, ['rowOrder.2 duplicate']],
  [
    'an order that lacks a name',
    {rows: square(), columnOrder: ['C0']},
    ['rows.1.column not_in_order', 'rows.3.column not_in_order'],
  ],
  ['an order that is no list', {rows: square(), rowOrder: 'R0'}, ['rowOrder unexpected']],
  ['an infinite axis', {rows: [{segment: 'a', x: Infinity, y: 1}]}, ['rows.0.x unexpected']],
  ['an axis that is not a number', {rows: [{segment: 'a', x: Number.NaN, y: 1}]}, ['rows.0.x unexpected']],
  ['an axis left out', {rows: [{segment: 'a', x: 1, customers: 9}]}, ['rows.0.y missing']],
  ['a threshold that is no number', {rows: [], thresholds: {x: '1,5'}}, ['thresholds.x unexpected']],
  ['thresholds that are no object', {rows: [], thresholds: 5}, ['thresholds unexpected']],
  ['a tier that nobody leaves', {rows: [{from: 'a', to: 'a', customers: 9}]}, ['rows one_tier']],
  ['a move twice', {rows: [0, 1].map(() => ({from: 'a', to: 'b', customers: 9}))}, ['rows.1.from duplicate']],
  [
    'rows for another view',
    {rows: square()},
    [0, 1, 2, 3].map((row) => `rows.${row}.segment missing`),
    {view: 'share'},
  ],
  ['a ragged grid by every gap', {rows: [square()[0], square()[3]]}, ['rows missing_cell', 'rows missing_cell']],
  ['a previous place that is infinite', {rows: [{segment: 'a', previousX: Infinity}]}, ['rows.0.previousX unexpected']],
  ['a negative previous count', {rows: [{...square()[0], previous: -2}]}, ['rows.0.previous unexpected']],
  ['a profile that is no text', {rows: [{segment: 'a', style: 5}]}, ['rows.0.style unexpected']],
  ['unknown names of quadrants', {rows: []}, ['quadrant-names unexpected'], {quadrantNames: 'friends' as 'none'}],
  ['a threshold of the page that is no number', {rows: []}, ['threshold-x unexpected'], {thresholdX: Number.NaN}],
  ['an infinite threshold of the page', {rows: []}, ['threshold-y unexpected'], {thresholdY: Infinity}],
  ['an unknown measure', {rows: square()}, ['measure unexpected'], {measure: 'mass' as 'value'}],
];

describe('rules of the segment matrix', () => {
  for (const [name, json, issues, options] of CASES)
    it(`name ${name} with its path`, () => {
      expect(issuesOf(json, options)).to.deep.equal(issues);
    });

  it('draw value without customers all the same, and say so', () => {
    const rows = square().map((row, index) => (index ? row : {...row, customers: 0, value: 7}));
    expect(issuesOf({rows})).to.deep.equal(['rows.0.value value_without_customers']);
  });

  it('name what parts of the data do not know, and draw the rest', () => {
    const rows = [{segment: 'a', x: 1, y: 1, customers: 9}];
    const given = {rows, quadrants: {topright: 'Heart', topLeft: 'Soul'}, thresholds: {x: 1, Y: 2}};
    expect(issuesOf(given)).to.deep.equal(['thresholds.Y unknown_key', 'quadrants.topright unknown_key']);
    const {quadrants} = measured('quadrant', given);
    expect(quadrants.map(({name}) => name)).to.deep.equal(['Soul', null, null, null]);
    const many = Object.fromEntries(Array.from({length: 99}, (_, i) => [`${i}${'x'.repeat(999)}`, 1]));
    const shy = new Proxy(
      {topLeft: 'Soul'},
      {
        ownKeys: () => {
          throw new Error('no names');
        },
      },
    );
    expect(issuesOf({rows, quadrants: shy})).to.deep.equal([]);
    const issues = issuesOf({rows, quadrants: many, thresholds: many});
    expect(issues).to.have.length(20);
    for (const issue of issues) expect(issue.length).to.be.below(120);
  });

  it('take good data of every view without a word', () => {
    expect(issuesOf({rows: square()})).to.deep.equal([]);
    expect(issuesOf({rows: []})).to.deep.equal([]);
    expect(issuesOf([{segment: 'a', customers: 9, value: 1}])).to.deep.equal([]);
  });
});

import {expect} from 'chai';
import {datumsOf, stepFrom, type Step} from '../../src/chart/datum-grid.js';
import type {Datum, Mark} from '../../src/scene/scene.js';

const datum = (id: string, row: number, column: number): Datum => ({
  ...{id, row, column},
  ...{label: id, title: id, lines: [], detail: {}},
});
const mark = (at: Datum, ...marks: Mark[]): Mark => ({kind: 'group', key: at.id, datum: at, marks});

/** Two rows of three, the middle of the lower row missing. */
const grid = [datum('a', 0, 0), datum('b', 0, 1), datum('c', 0, 2), datum('d', 1, 0), datum('f', 1, 2)];
const from = (id: string, step: Step) =>
  stepFrom(
    grid.find((d) => d.id === id)!,
    step,
    grid,
  ).id;

describe('datums of a drawing', () => {
  it('are read in the order of marks, groups before what they hold', () => {
    const marks = [mark(grid[0]!, mark(grid[1]!)), {kind: 'group', key: 'plain', marks: [mark(grid[2]!)]} as Mark];
    expect(datumsOf(marks).map(({id}) => id)).to.deep.equal(['a', 'b', 'c']);
  });
});

describe('a step', () => {
  for (const [id, step, expected] of [
    ['a', 'next', 'b'],
    ['c', 'previous', 'b'],
    ['a', 'down', 'd'],
    ['f', 'up', 'c'],
    ['d', 'next', 'f'],
    ['b', 'first', 'a'],
    ['a', 'last', 'f'],
  ] as const)
    it(`${step} from ${id} leads to ${expected}`, () => expect(from(id, step)).to.equal(expected));

  it('stays at the edge', () => {
    expect([from('a', 'previous'), from('a', 'up'), from('c', 'next'), from('d', 'down')]).to.deep.equal([
      ...['a', 'a', 'c', 'd'],
    ]);
  });

  it('goes to the nearest where nothing is in line', () => expect(['d', 'f']).to.include(from('b', 'down')));

  it('prefers what is in line over what is near', () => {
    const far = [datum('here', 0, 0), datum('far', 0, 9), datum('near', 1, 1)];
    expect(stepFrom(far[0]!, 'next', far).id).to.equal('far');
  });

  it('from a datum that stands alone stays there', () => {
    const alone = datum('alone', 3, 3);
    for (const step of ['next', 'previous', 'up', 'down', 'first', 'last'] as const)
      expect(stepFrom(alone, step, []).id).to.equal('alone');
  });
});

import {expect} from 'chai';
import {saidOf, segment} from './said.js';

describe('the note on the number of segments', () => {
  it('is made of fewer than 4 and more than 10 segments, and draw them', () => {
    for (const [count, isNoted] of [
      [3, true],
      [4, false],
      [10, false],
      [11, true],
    ] as const) {
      const rows = Array.from({length: count}, (_, i) => ({...segment(`S${i}`, 20 + i, 90 - i), x: i, y: i}));
      for (const view of ['share', 'quadrant'] as const) {
        const {notes, marks} = saidOf({rows}, {view});
        expect(
          notes.some((note) => note.startsWith(`${count} segments`)),
          `${view} ${count}`,
        ).to.equal(isNoted);
        expect(marks).to.not.be.empty;
      }
    }
  });

  it('counts no categories of a grid, no tiers and no single customers', () => {
    const names = Array.from({length: 12}, (_, i) => `N${i}`);
    const square = (count: number, [row, column]: readonly [string, string]) =>
      names
        .slice(0, count)
        .flatMap((one) => names.slice(0, count).map((other) => ({[row]: one, [column]: other, customers: 20})));
    const places = names.map((name, i) => ({segment: name, x: i, y: i}));
    for (const [json, given] of [
      [{rows: square(2, ['row', 'column'])}, {}],
      [{rows: square(12, ['row', 'column'])}, {}],
      [{rows: square(2, ['from', 'to'])}, {}],
      [{rows: square(12, ['from', 'to'])}, {}],
      [{rows: places}, {minCell: 0}],
      [{rows: places.map((place) => ({...place, customers: 1}))}, {minCell: 0}],
      [{rows: places.map((place) => ({...place, customers: 1}))}, {minCell: 0, view: 'share'}],
    ] as const)
      expect(saidOf(json, given).notes.join()).to.not.contain('what a company can manage');
    expect(saidOf({rows: places.map((place, i) => ({...place, customers: i}))}).notes.join()).to.contain('12 segments');
  });
});

import {expect} from 'chai';
import {withheldInTable} from '../../src/privacy/withheld-table.js';
import fc from '../support/fast-check.js';
import {perTier} from '../support/tier.js';
import {boundsOf, publish, recovered, solved} from './attacker.js';

const shownOf = (counts: number[][], floor = 5) => publish(counts, withheldInTable(counts, floor));

/** Tables with many small counts, where there is something to find out. */
const tables = (largest: number) => {
  const cell = fc.oneof(fc.integer({min: 0, max: 5}), fc.integer({min: 0, max: 30}));
  return fc
    .tuple(fc.integer({min: 1, max: largest}), fc.integer({min: 1, max: largest}))
    .chain(([height, width]) =>
      fc.array(fc.array(cell, {minLength: width, maxLength: width}), {minLength: height, maxLength: height}),
    );
};
const floors = fc.integer({min: 2, max: 7});

describe('withheldInTable', () => {
  it('shows all of a table without small groups', () => {
    const {cells, rows, columns, total} = withheldInTable(
      [
        [12, 0],
        [7, 30],
      ],
      5,
    );
    expect([...cells.flat(), ...rows, ...columns, total]).to.not.include(true);
  });

  it('hides the cheapest rectangle around one small group, and keeps the sums', () => {
    const counts = [
      [2, 50, 9],
      [60, 70, 80],
      [8, 90, 10],
    ];
    expect(shownOf(counts)).to.deep.equal({
      cells: [
        [null, 50, null],
        [60, 70, 80],
        [null, 90, null],
      ],
      rows: [61, 210, 108],
      columns: [70, 210, 99],
      total: 379,
    });
  });

  it('never takes a zero into the rectangle', () => {
    const {cells} = shownOf([
      [2, 50, 0],
      [60, 70, 80],
      [8, 90, 10],
    ]);
    expect(cells).to.deep.equal([
      [null, null, 0],
      [60, 70, 80],
      [null, null, 10],
    ]);
  });

  it('hides the sums along with a group that stands alone in its row and column', () => {
    expect(
      shownOf([
        [3, 0],
        [0, 20],
      ]),
    ).to.deep.equal({
      cells: [
        [null, 0],
        [0, 20],
      ],
      rows: [null, 20],
      columns: [null, 20],
      total: null,
    });
  });

  it('takes counts that the back-end has withheld for withheld, and has no sums of them', () => {
    const withheld = withheldInTable(
      [
        [null, 20],
        [30, 40],
      ],
      5,
    );
    expect(withheld).to.deep.equal({
      cells: [
        [true, false],
        [false, false],
      ],
      rows: [true, false],
      columns: [true, false],
      total: true,
    });
  });

  it('finds nothing to hide with a floor of 0 or 1, and nothing in a table without rows', () => {
    expect(
      withheldInTable(
        [
          [1, 2],
          [3, 4],
        ],
        1,
      ).cells.flat(),
    ).to.not.include(true);
    expect(withheldInTable([[1]], 0).total).to.equal(false);
    expect(withheldInTable([], 5)).to.deep.equal({cells: [], rows: [], columns: [], total: false});
  });

  it('can be read by the attacker of these tests when only the small group is hidden', () => {
    const counts = [
      [2, 50],
      [60, 70],
    ];
    const bare = {
      cells: [
        [true, false],
        [false, false],
      ],
      rows: [false, false],
      columns: [false, false],
      total: false,
    };
    expect(recovered(counts, publish(counts, bare))).to.deep.equal(['cell 0 0']);
    expect(solved(publish(counts, bare))).to.deep.equal(['0 0']);
    expect([...boundsOf(publish(counts, bare))]).to.deep.equal([['0 0', [2, 2]]]);
  });

  it('leaves an attacker with linear programs the span that the shown numbers allow, and no less', () => {
    const published = shownOf([
      [2, 50, 9],
      [60, 70, 80],
      [8, 90, 10],
    ]);
    // The corners of one rectangle: 11 in the first row, 10 in the first column, 18 in the last row.
    expect([...boundsOf(published)]).to.deep.equal([
      ['0 0', [1, 9]],
      ['0 2', [2, 10]],
      ['2 0', [1, 9]],
      ['2 2', [9, 17]],
    ]);
  });

  it('knows no end where the sums are withheld too', () => {
    const published = shownOf([
      [3, 0],
      [0, 20],
    ]);
    expect(boundsOf(published).get('0 0')).to.deep.equal([1, Infinity]);
  });

  it('leaves nothing to an attacker who tries every table of whole numbers', () => {
    fc.assert(
      fc.property(tables(3), floors, (counts, floor) => {
        expect(recovered(counts, shownOf(counts, floor)), JSON.stringify(counts)).to.deep.equal([]);
      }),
      {numRuns: perTier({fast: 300, gate: 2_000, deep: 10_000})},
    );
  });

  it('leaves nothing to an attacker who solves the equations of a larger table', () => {
    fc.assert(
      fc.property(tables(7), floors, (counts, floor) => {
        expect(solved(shownOf(counts, floor)), JSON.stringify(counts)).to.deep.equal([]);
      }),
      {numRuns: perTier({fast: 200, gate: 1_000, deep: 10_000})},
    );
  });

  it('leaves nothing to an attacker who asks for the least and the greatest count of every place', () => {
    fc.assert(
      fc.property(tables(5), floors, (counts, floor) => {
        for (const [place, [least, greatest]] of boundsOf(shownOf(counts, floor)))
          expect(greatest - least, `${place} of ${JSON.stringify(counts)}`).to.be.above(0.5);
      }),
      {numRuns: perTier({fast: 150, gate: 1_000, deep: 10_000})},
    );
  });

  it('hides more of a row whose withheld counts are together a small group', () => {
    const counts = [
      [1, 2, 5],
      [6, 6, 6],
    ];
    // 8 less a shown 5 would be a group of 3.
    expect(shownOf(counts).cells[0]).to.deep.equal([null, null, null]);
  });

  it('leaves no small group to whoever takes the shown counts of a row, a column or the whole from their sum', () => {
    fc.assert(
      fc.property(tables(5), floors, (counts, floor) => {
        const {cells, rows, columns, total} = withheldInTable(counts, floor);
        const [heights, widths] = [[...counts.keys()], [...counts[0]!.keys()]];
        const all = heights.flatMap((i) => widths.map((j) => [i, j] as const));
        const rest = (isOf: (i: number, j: number) => boolean, isSumHidden: boolean) => {
          const hidden = all.filter(([i, j]) => isOf(i, j) && cells[i]![j]!);
          const sum = hidden.reduce((before, [i, j]) => before + counts[i]![j]!, 0);
          if (!isSumHidden && sum > 0) expect(sum, JSON.stringify(counts)).to.be.at.least(floor);
        };
        for (const row of heights) rest((i) => i === row, rows[row]!);
        for (const column of widths) rest((_, j) => j === column, columns[column]!);
        rest(() => true, total);
      }),
      {numRuns: perTier({fast: 300, gate: 2_000, deep: 10_000})},
    );
  });

  it('hides every small group and no zero', () => {
    fc.assert(
      fc.property(tables(5), floors, (counts, floor) => {
        const {cells} = withheldInTable(counts, floor);
        for (const [i, row] of counts.entries())
          for (const [j, count] of row.entries()) {
            if (count === 0) expect(cells[i]![j]).to.equal(false);
            if (count > 0 && count < floor) expect(cells[i]![j]).to.equal(true);
          }
      }),
    );
  });
});

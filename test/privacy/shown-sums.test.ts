import {expect} from 'chai';
import {ShownSums} from '../../src/privacy/shown-sums.js';
import fc from '../support/fast-check.js';
import {forAny} from '../support/for-any.js';

const FLOOR = 5;
const LIMITS = {floor: FLOOR, most: FLOOR - 1};

/** Every list of counts from 1 to 4 with the sums that are shown. */
function* possible(truth: readonly number[], shown: readonly (readonly number[])[]): Generator<readonly number[]> {
  const sumOf = (counts: readonly number[], rows: readonly number[]) =>
    rows.reduce((total, row) => total + counts[row]!, 0);
  for (let code = 0; code < (FLOOR - 1) ** truth.length; code++) {
    const guess = truth.map((_, row) => 1 + (Math.floor(code / (FLOOR - 1) ** row) % (FLOOR - 1)));
    if (shown.every((rows) => sumOf(guess, rows) === sumOf(truth, rows))) yield guess;
  }
}

const shownOf = (counts: readonly number[], asked: readonly (readonly number[])[]) => {
  const sums = new ShownSums([counts.map((count, row) => ({row, count}))], LIMITS);
  return asked.filter((rows) => sums.allows([{column: 0, has: (row) => rows.includes(row)}]));
};

describe('ShownSums', () => {
  it('shows no sum that tells a count: alone, too small, or all at an end', () => {
    const isShown = (counts: readonly number[]) => shownOf(counts, [[...counts.keys()]]).length === 1;
    expect([[3], [1, 1], [2, 2], [4, 4], [1, 1, 1, 1, 1], [4, 4, 4]].map(isShown)).to.deep.equal(
      Array.from({length: 6}, () => false),
    );
    expect([[], [1, 4], [3, 4], [1, 1, 3], [4, 4, 1]].map(isShown)).to.deep.equal(Array.from({length: 5}, () => true));
  });

  it('shows no sum beside another that differs from it by one count', () => {
    expect(
      shownOf(
        [3, 3, 2],
        [
          [0, 1, 2],
          [0, 1],
          [0, 1, 2],
        ],
      ),
    ).to.deep.equal([
      [0, 1, 2],
      [0, 1, 2],
    ]);
  });

  it('remembers more sums than a number has binary digits', () => {
    const all = Array.from({length: 60}, () => [0, 1, 2]);
    expect(shownOf([3, 3, 2], [...all, [0, 1]])).to.have.length(60);
  });

  it('leaves every count open, whatever sums are asked for', () => {
    const cases = fc
      .array(fc.integer({min: 1, max: FLOOR - 1}), {minLength: 1, maxLength: 6})
      .chain((counts) =>
        fc.tuple(
          fc.constant(counts),
          fc.array(fc.subarray([...counts.keys()], {minLength: 1}), {minLength: 1, maxLength: 5}),
        ),
      );
    let several = 0;
    forAny(cases, ([counts, asked]) => {
      const shown = shownOf(counts, asked);
      if (shown.length > 1) several++;
      const seen = counts.map(() => new Set<number>());
      if (shown.length) for (const guess of possible(counts, shown)) guess.forEach((one, row) => seen[row]!.add(one));
      for (const [row, values] of seen.entries())
        if (shown.some((rows) => rows.includes(row))) expect(values.size, `${row} of ${counts.join()}`).to.be.above(1);
    });
    expect(several).to.be.above(5);
  });

  it('takes back what it marked for sums that may not be shown together', () => {
    const sums = new ShownSums([[3, 3].map((count, row) => ({row, count})), [{row: 0, count: 2}]], LIMITS);
    const all = () => true;
    expect(sums.allows([{column: 0, has: all}, {column: 1, has: all}])).to.equal(false); // prettier-ignore
    expect(sums.allows([{column: 0, has: all}])).to.equal(true);
    expect(sums.allows([{column: 0, has: (row) => row === 0}])).to.equal(false);
  });
});

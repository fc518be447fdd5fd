import {expect} from 'chai';
import {withheldInList} from '../../src/privacy/withheld-list.js';
import fc from '../support/fast-check.js';
import {perTier} from '../support/tier.js';

const shownOf = (counts: readonly (number | null)[], floor: number) => {
  const {items, total} = withheldInList(counts, floor);
  const sum = counts.reduce<number>((all, count) => all + (count ?? 0), 0);
  return {counts: counts.map((count, index) => (items[index] ? null : count)), total: total ? null : sum};
};

/** Every value that a withheld count may have, as far as one above the truth; all others follow by the same exchange. */
function possible(counts: readonly number[], shown: ReturnType<typeof shownOf>): Set<number>[] {
  const seen = counts.map(() => new Set<number>());
  const guess = [...counts];
  const tryFrom = (index: number): void => {
    if (index === counts.length) {
      const total = guess.reduce((all, count) => all + count, 0);
      if (shown.total === null || shown.total === total) guess.forEach((count, i) => seen[i]!.add(count));
      return;
    }
    const truth = counts[index]!;
    for (const value of shown.counts[index] === null ? [truth - 1, truth, truth + 1] : [truth]) {
      guess[index] = value;
      if (value >= 1 || shown.counts[index] !== null) tryFrom(index + 1);
    }
  };
  tryFrom(0);
  return seen;
}

describe('withheldInList', () => {
  it('hides a second count where the total would reveal the first: 40, 2, 25 of 67', () => {
    expect(shownOf([40, 2, 25], 5)).to.deep.equal({counts: [40, null, null], total: 67});
  });

  it('hides no more than two small groups that cannot be told apart', () => {
    expect(shownOf([40, 2, 3, 25], 5)).to.deep.equal({counts: [40, null, null, 25], total: 70});
  });

  it('hides a further one where the small groups can only be 1 each', () => {
    expect(shownOf([40, 1, 1, 25], 5)).to.deep.equal({counts: [40, null, null, null], total: 67});
  });

  it('hides a further one where the small groups are a small group together: 40, 1, 2, 25 of 68', () => {
    expect(shownOf([40, 1, 2, 25], 5)).to.deep.equal({counts: [40, null, null, null], total: 68});
  });

  it('hides a total that only groups of one can make', () => {
    expect(shownOf([1, 1, 1, 1, 1], 5)).to.deep.equal({counts: [null, null, null, null, null], total: null});
  });

  it('hides everything but zeros where the total itself is small', () => {
    expect(shownOf([2, 0, 1], 5)).to.deep.equal({counts: [null, 0, null], total: null});
  });

  it('shows zeros, large groups and, with a floor of 0 or 1, everything', () => {
    expect(shownOf([0, 5, 9], 5)).to.deep.equal({counts: [0, 5, 9], total: 14});
    expect(shownOf([1, 2, 3], 1)).to.deep.equal({counts: [1, 2, 3], total: 6});
    expect(shownOf([1, 2, 3], 0)).to.deep.equal({counts: [1, 2, 3], total: 6});
  });

  it('takes a count that the back-end has withheld for withheld, and has no total then', () => {
    expect(shownOf([40, null, 25], 5)).to.deep.equal({counts: [40, null, 25], total: null});
  });

  it('leaves no withheld count with a single possible value, and withholds no zero', () => {
    const lists = fc.array(fc.oneof(fc.integer({min: 0, max: 4}), fc.integer({min: 0, max: 40})), {
      minLength: 1,
      maxLength: 7,
    });
    fc.assert(
      fc.property(lists, fc.integer({min: 2, max: 8}), (counts, floor) => {
        const shown = shownOf(counts, floor);
        const values = possible(counts, shown);
        counts.forEach((count, index) => {
          if (count === 0) expect(shown.counts[index]).to.equal(0);
          if (count > 0 && count < floor) expect(shown.counts[index]).to.equal(null);
          if (shown.counts[index] === null)
            expect(values[index]!.size, `${JSON.stringify(counts)} at ${index}`).to.be.above(1);
        });
      }),
      {numRuns: perTier({fast: 300, gate: 2_000, deep: 10_000})},
    );
  });
});

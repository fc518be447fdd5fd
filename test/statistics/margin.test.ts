import {expect} from 'chai';
import {isNotWorse, isWithinMargin, levelOfTwoOneSided} from '../../src/statistics/margin.js';

const limits = (diffLow: number, diffHigh: number) => ({diffLow, diffHigh});

describe('a margin', () => {
  it('holds an interval only strictly inside', () => {
    expect(isWithinMargin(limits(-0.009, 0.009), 0.01)).to.equal(true);
    expect(isWithinMargin(limits(-0.01, 0.005), 0.01)).to.equal(false);
    expect(isWithinMargin(limits(0.005, 0.01), 0.01)).to.equal(false);
  });

  it('judges "not worse" on the side that would be worse', () => {
    expect(isNotWorse(limits(-0.009, 0.5), 0.01, 'up')).to.equal(true);
    expect(isNotWorse(limits(-0.01, 0.5), 0.01, 'up')).to.equal(false);
    expect(isNotWorse(limits(-0.5, 0.009), 0.01, 'down')).to.equal(true);
    expect(isNotWorse(limits(-0.5, 0.01), 0.01, 'down')).to.equal(false);
  });

  it('looks at 1 − 2α in the table', () => expect(levelOfTwoOneSided(0.95)).to.be.closeTo(0.9, 1e-15));
});

import {expect} from 'chai';
import {invitedDelay, periodOf, pollDelay, readRetryAfter} from '../../src/source/poll-delay.js';
import {hours, minutes, seconds} from '../support/fake-page.js';

const NOW = Date.UTC(2026, 10, 21, 12);
const failed = (failures: number, {wait = null as number | null, chance = 0.5} = {}) => ({failures, wait, chance});

describe('the period of polling', () => {
  const cases: readonly (readonly [number | undefined, number])[] = [
    [undefined, 0],
    [0, 0],
    [-5, 0],
    [Number.NaN, 0],
    [0.001, seconds(1)],
    [30, seconds(30)],
    [Infinity, hours(24)],
  ];
  for (const [refresh, period] of cases)
    it(`refresh ${String(refresh)} is ${period} ms`, () => expect(periodOf(refresh)).to.equal(period));
});

describe('the delay of the next request', () => {
  it('is the period after a success', () => expect(pollDelay(seconds(10), failed(0))).to.equal(seconds(10)));

  it('doubles with every failure, up to five minutes', () => {
    const delays = [1, 2, 3, 4, 5, 6, 2_000].map((failures) => pollDelay(seconds(10), failed(failures)));
    expect(delays).to.deep.equal([20, 40, 80, 160, 300, 300, 300].map(seconds));
  });

  it('is spread by a fifth either way', () => {
    expect(pollDelay(seconds(10), failed(1, {chance: 0}))).to.be.closeTo(seconds(16), 1e-6);
    expect(pollDelay(seconds(10), failed(1, {chance: 1}))).to.be.closeTo(seconds(24), 1e-6);
  });

  it('never falls below a period longer than five minutes', () => {
    expect(pollDelay(minutes(30), failed(4))).to.equal(minutes(30));
  });

  it('is never shorter than the server asks, and then spread to later only', () => {
    expect(pollDelay(seconds(10), failed(1, {wait: minutes(10), chance: 0}))).to.equal(minutes(10));
    expect(pollDelay(seconds(10), failed(1, {wait: minutes(10), chance: 1}))).to.equal(minutes(12));
    expect(pollDelay(seconds(10), failed(1, {wait: 0, chance: 0.5}))).to.equal(seconds(20));
  });

  it('of an invited request is at least a second', () => expect(invitedDelay(0, 0)).to.equal(seconds(1)));
});

describe('Retry-After', () => {
  const cases: readonly (readonly [string | null, number | null])[] = [
    ['120', seconds(120)],
    [' 7 ', seconds(7)],
    ['0', 0],
    ['9999999999', hours(24)],
    ['Sat, 21 Nov 2026 12:05:00 GMT', minutes(5)],
    ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
    ['Sat, 21 Nov 2099 11:00:00 GMT', hours(24)],
    ['soon', null],
    ['', null],
    [null, null],
  ];
  for (const [header, wait] of cases)
    it(`${String(header)} means ${String(wait)} ms`, () => expect(readRetryAfter(header, NOW)).to.equal(wait));
});

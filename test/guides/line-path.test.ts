import {expect} from 'chai';
import {bandPath, circlesPath, linePath} from '../../src/guides/line-path.js';

const at = (x: number, y: number) => ({x, y});

describe('a line', () => {
  it('breaks where nothing is, and never bridges', () =>
    expect(linePath([at(0, 1), at(1, 2), null, at(3, 4), at(4, 5.006)])).to.equal('M0 1L1 2M3 4L4 5.01'));

  it('leaves a point alone to its own mark', () =>
    expect(linePath([at(0, 1), null, at(2, 3), at(3, 4), null, at(5, 6)])).to.equal('M2 3L3 4'));

  it('has a circle around each point that there is', () =>
    expect(circlesPath([at(0, 1), null, at(5, 6)], 2).match(/M/g)).to.have.length(2));

  it('is nothing without points', () =>
    expect([linePath([]), linePath([null]), circlesPath([null], 2)].join('')).to.equal(''));
});

it('a band goes there and back, and breaks with either side', () => {
  const [upper, lower] = [
    [at(0, 1), at(1, 1), at(2, 1), at(3, 1), at(4, 1)],
    [at(0, 5), at(1, 5), null, at(3, 5), at(4, 5)],
  ];
  expect(bandPath(upper, lower)).to.equal('M0 1L1 1L1 5L0 5ZM3 1L4 1L4 5L3 5Z');
});

import {expect} from 'chai';
import {areaBetween, pathThrough, type Trace} from '../../../src/charts/treatment-lift/plot.js';

/** Places of path data. */
const placesIn = (path: string): readonly (readonly [number, number])[] =>
  [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

/** A course of so many places over 100 pixels that swings without end. */
const swinging = (count: number, shift = 0): Trace => ({
  xs: Array.from({length: count}, (_, index) => (index * 100) / (count - 1)),
  ys: Array.from({length: count}, (_, index) => shift + Math.round(1e4 * Math.sin(index * index)) / 100),
});

describe('treatment-lift: lines through many days', () => {
  it('draws of a line only what lies in the plot, up to its edges', () => {
    const xs = [0, 10, 20, 30];
    expect(pathThrough({xs, ys: [5, -5, 5, 5]}, 50)).to.equal('M0 5L5 0M15 0L20 5L30 5');
    expect(pathThrough({xs, ys: [-10, 60, 60, 20]}, 50)).to.equal('M1.43 0L8.57 50M22.5 50L30 20');
    expect(pathThrough({xs, ys: [-10, -1, Infinity, 60]}, 50)).to.equal('M10 0L10 50');
    expect(pathThrough({xs, ys: [0, 50, 0, 50]}, 50)).to.equal('M0 0L10 50L20 0L30 50');
  });

  it('draws an area along the edge of the plot where it goes on beyond it', () => {
    const xs = [0, 10];
    const area = (upper: number[], lower: number[]) => areaBetween({xs, ys: upper}, {xs, ys: lower}, 50);
    expect(area([-10, 10], [60, 30])).to.equal('M0 0L5 0L10 10L10 30L3.33 50L0 50Z');
    expect(area([-Infinity, 10], [Infinity, 30])).to.equal('M0 0L10 0L10 10L10 30L10 50L0 50Z');
    expect(area([10, 10], [30, 30])).to.equal('M0 10L10 10L10 30L0 30Z');
  });

  it('holds every place where each has a column of pixels to itself', () => {
    const {xs, ys} = swinging(50);
    expect(placesIn(pathThrough({xs, ys})).map(([, y]) => y)).to.deep.equal(ys);
  });

  it('keeps both ends, and the extremes of every column of pixels, of many places', () => {
    const trace = swinging(5000);
    const {xs, ys} = trace as {xs: number[]; ys: number[]};
    const places = placesIn(pathThrough(trace));
    expect(places.length).to.be.below(2 * 101 + 3);
    expect(places[0]).to.deep.equal([xs[0], ys[0]]);
    expect(places.at(-1)).to.deep.equal([xs.at(-1), ys.at(-1)]);
    for (let column = 0; column < 100; column++) {
      const inColumn = ys.filter((_, index) => Math.floor(xs[index]!) === column);
      const drawn = places.filter(([x]) => Math.floor(x) === column);
      // Two decimals may move a place at the edge of a column into the next one.
      const near = places.filter(([x]) => x >= column && x <= column + 1).map(([, y]) => y);
      expect(near, `column ${column}`).to.include.members([Math.min(...inColumn), Math.max(...inColumn)]);
      expect(drawn.length).to.be.below(5);
    }
  });

  it('an area over many places is nowhere narrower than they are', () => {
    const [upper, lower] = [swinging(5000, -200), swinging(5000, 200)];
    const places = placesIn(areaBetween(upper, lower));
    const [uppermost, lowest] = [Math.min(...(upper.ys as number[])), Math.max(...(lower.ys as number[]))];
    const ys = places.map(([, y]) => y);
    expect([Math.min(...ys), Math.max(...ys)]).to.deep.equal([uppermost, lowest]);
    expect(places.length).to.be.below(2 * 101 + 4);
  });

  it('breaks where nothing is given', () => {
    const trace: Trace = {xs: [0, 10, 20, 30, 40], ys: [1, 2, NaN, 3, 4]};
    expect(pathThrough(trace)).to.equal('M0 1L10 2M30 3L40 4');
    expect(areaBetween(trace, {xs: trace.xs, ys: [5, 6, 7, NaN, 8]})).to.equal('M0 1L10 2L10 6L0 5ZM40 4L40 8Z');
  });
});

import {expect} from 'chai';
import {arrowPath} from '../../src/guides/arrow.js';

/** The box an arrow fills, asked of the browser's own geometry. */
function boxOf(d: string): {x: number; y: number; width: number; height: number} {
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', d);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.append(path);
  document.body.append(svg);
  const {x, y, width, height} = path.getBBox();
  svg.remove();
  return {x, y, width, height};
}

/** Where an arrow is widest: its neck. */
const isInside = (d: string, x: number, y: number): boolean =>
  document.createElement('canvas').getContext('2d')!.isPointInPath(new Path2D(d), x, y);

describe('an arrow', () => {
  for (const direction of ['up', 'down'] as const) {
    it(`${direction} fills its height, and its head overhangs the shaft evenly`, () =>
      expect(boxOf(arrowPath(20, 30, direction))).to.deep.equal({x: -3, y: 0, width: 26, height: 30}));
  }

  it('up points up', () => {
    const up = arrowPath(20, 30, 'up');
    expect([isInside(up, 10, 1), isInside(up, 1, 1)]).to.deep.equal([true, false]);
    expect([isInside(up, 1, 29), isInside(up, 19, 29)]).to.deep.equal([true, true]);
  });

  it('down points down', () => {
    const down = arrowPath(20, 30, 'down');
    expect([isInside(down, 10, 29), isInside(down, 1, 29)]).to.deep.equal([true, false]);
    expect([isInside(down, 1, 1), isInside(down, 19, 1)]).to.deep.equal([true, true]);
  });

  it('has a longer head the wider it is, and a shaft in any case', () => {
    const neckOf = (width: number) => Number(/V([\d.]+)H/.exec(arrowPath(width, 30, 'up'))![1]);
    expect([neckOf(0), neckOf(12), neckOf(48), neckOf(90)]).to.deep.equal([6, 8, 14, 15]);
  });
});

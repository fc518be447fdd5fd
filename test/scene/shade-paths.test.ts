import {expect} from 'chai';
import {shadePaths} from '../../src/scene/shade-paths.js';
import type {CellsMark} from '../../src/scene/scene.js';

const cells = (rows: number, columns: number, shades: readonly number[]): CellsMark => ({
  ...{kind: 'cells', key: 'cells', x: 0, y: 0, width: columns * 10, height: rows * 5, rows, columns},
  shades: Uint8Array.from(shades),
});

describe('shades as paths', () => {
  it('one path a shade, and one rectangle for cells side by side', () =>
    expect(shadePaths(cells(2, 3, [255, 255, 0, 128, 0, 255]))).to.deep.equal([
      {opacity: 1, d: 'M0 0h20v5h-20zM20 5h10v5h-10z'},
      {opacity: 0.53, d: 'M0 5h10v5h-10z'},
    ]));

  it('draw nothing for nothing', () => {
    expect(shadePaths(cells(1, 2, [0, 0]))).to.deep.equal([]);
    expect(shadePaths(cells(0, 0, []))).to.deep.equal([]);
  });

  it('cover every cell that has a shade', () => {
    const shades = Array.from({length: 60}, (_, cell) => (cell * 37) % 256);
    const area = shadePaths(cells(6, 10, shades))
      .flatMap(({d}) => [...d.matchAll(/h(\d+)v/g)].map(([, width]) => Number(width)))
      .reduce((sum, width) => sum + width, 0);
    expect(area).to.equal(shades.filter((shade) => shade > 0).length * 10);
  });
});

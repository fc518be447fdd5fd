import {expect} from 'chai';
import {placePanels} from '../../src/guides/panels.js';
import fc from '../support/fast-check.js';

const rule = {least: 200, height: 100, gap: 20};
const topsOf = (count: number, width: number) => placePanels(count, width, rule).places.map(({y}) => y);

describe('panels', () => {
  it('stand side by side where there is room', () =>
    expect(placePanels(3, 640, rule)).to.deep.equal({
      height: 100,
      places: [
        {x: 0, y: 0, width: 200},
        {x: 220, y: 0, width: 200},
        {x: 440, y: 0, width: 200},
      ],
    }));

  it('fill the frame', () => expect(placePanels(1, 640, rule).places).to.deep.equal([{x: 0, y: 0, width: 640}]));

  it('stand in rows of equal length', () => {
    expect(topsOf(6, 860)).to.deep.equal([0, 0, 0, 120, 120, 120]);
    expect(topsOf(5, 640)).to.deep.equal([0, 0, 0, 120, 120]);
    expect(placePanels(5, 640, rule).height).to.equal(220);
  });

  it('stand one under the other in a frame narrower than one', () =>
    expect(placePanels(2, 100, rule).places).to.deep.equal([
      {x: 0, y: 0, width: 100},
      {x: 0, y: 120, width: 100},
    ]));

  it('are none for nothing', () => expect(placePanels(0, 640, rule).places).to.deep.equal([]));

  it('never leave the frame, never meet, and keep their least width where the frame allows', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 40}), fc.integer({min: 1, max: 3000}), (count, width) => {
        const {places, height} = placePanels(count, width, rule);
        expect(places).to.have.length(count);
        for (const [index, panel] of places.entries()) {
          expect(panel.x + panel.width).to.be.at.most(width + 1e-9);
          expect(panel.y + rule.height).to.be.at.most(height);
          if (width >= rule.least) expect(panel.width).to.be.at.least(rule.least);
          const next = places[index + 1];
          if (next?.y === panel.y) expect(next.x - panel.x - panel.width).to.be.closeTo(rule.gap, 1e-9);
        }
      }),
    );
  });
});

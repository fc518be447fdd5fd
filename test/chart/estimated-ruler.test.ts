import {expect} from 'chai';
import {estimatedTextWidth as width} from '../../src/chart/estimated-ruler.js';
import fc from '../support/fast-check.js';

/** A glyph of every class, one of them of two halves that belong together. */
const glyph = fc.constantFrom(...'iamWA0 é中，𠀀😀');

describe('the estimated ruler', () => {
  it('takes Chinese, Japanese, Korean and full-width glyphs as a whole em', () => {
    for (const glyph of ['中', '忠', 'あ', '한', '（', '。', '𠀀', '豈']) expect(width(glyph, 20), glyph).to.equal(20);
  });

  it('takes narrow letters as narrower than wide ones', () => {
    expect(width('i', 10)).to.be.below(width('a', 10));
    expect(width('a', 10)).to.be.below(width('m', 10));
  });

  it('measures nothing for no text', () => expect(width('', 13)).to.equal(0));

  it('takes bold as wider', () => expect(width('Supporter', 13, 'bold')).to.be.above(width('Supporter', 13)));

  it('grows with the size and adds up', () => {
    fc.assert(
      fc.property(fc.string({unit: glyph}), fc.string({unit: glyph}), (a, b) => {
        expect(width(a + b, 12)).to.be.closeTo(width(a, 12) + width(b, 12), 1e-9);
        expect(width(a, 24)).to.be.closeTo(2 * width(a, 12), 1e-9);
      }),
    );
  });

  it('is what a browser measures for the words of charts, or somewhat more, so that no letter is cut', () => {
    const context = document.createElement('canvas').getContext('2d')!;
    for (const family of ['sans-serif', 'system-ui', 'DejaVu Sans', 'Open Sans', 'Arial']) {
      context.font = `100px ${family}`;
      for (const text of ['Prospect', 'Slipped back', '120,000', '+1,700 (+1.4%)', '潜在客户', 'not measured'])
        expect(width(text, 100) / context.measureText(text).width, `${text} in ${family}`).to.be.within(0.97, 1.45);
    }
  });
});

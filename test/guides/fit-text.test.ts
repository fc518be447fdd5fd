import {expect} from 'chai';
import {estimatedTextWidth as textWidth} from '../../src/chart/estimated-ruler.js';
import {fitText, widestText} from '../../src/guides/fit-text.js';
import fc from '../support/fast-check.js';

const ruler = {textWidth, size: 13};
/** Every glyph is as wide as the size. */
const square = {textWidth: (text: string, size: number) => [...text].length * size, size: 10};

describe('text that must fit', () => {
  it('is left alone where it does', () => expect(fitText('Supporter', 90, square)).to.equal('Supporter'));

  it('is cut with an ellipsis where it does not', () => {
    expect(fitText('Supporter', 89, square)).to.equal('Support…');
    expect(fitText('Supporter', 20, square)).to.equal('S…');
  });

  it('is empty where not even one letter fits', () => {
    expect(fitText('Supporter', 19, square)).to.equal('');
    expect(fitText('Supporter', 0, square)).to.equal('');
    expect(fitText('Supporter', -5, square)).to.equal('');
  });

  it('has no space before the ellipsis', () => expect(fitText('Bo ttom', 40, square)).to.equal('Bo…'));

  it('is never cut inside a character', () => expect(fitText('😀😀😀', 20, square)).to.equal('😀…'));

  it('is cut as little as possible', () => {
    fc.assert(
      fc.property(
        fc.string({unit: fc.constantFrom(...'aMi中😀'), minLength: 1}),
        fc.integer({min: 0, max: 200}),
        (text, width) => {
          const shown = fitText(text, width, ruler);
          expect(textWidth(shown, 13)).to.be.at.most(Math.max(width, 0));
          if (shown === text) return;
          const kept = shown === '' ? 0 : [...shown].length - 1;
          const more = `${[...text].slice(0, kept + 1).join('')}…`;
          expect(textWidth(more, 13), more).to.be.above(width);
        },
      ),
    );
  });
});

describe('the widest text', () => {
  it('is measured', () => expect(widestText(['a', 'abc', 'ab'], 10, square)).to.equal(30));
  it('is 0 without texts', () => expect(widestText([], 10, square)).to.equal(0));
});

import {expect} from 'chai';
import {estimatedTextWidth as textWidth} from '../../src/chart/estimated-ruler.js';
import {fitText, inLines, widestText} from '../../src/guides/fit-text.js';
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

describe('text in lines', () => {
  const linesOf = (text: string, letters: number, most = 2) => inLines(text, letters * square.size, {...square, most});

  it('is broken at spaces, as few times as it needs', () => {
    expect(linesOf('Gold member', 11)).to.deep.equal(['Gold member']);
    expect(linesOf('Gold member', 8)).to.deep.equal(['Gold', 'member']);
    expect(linesOf('5 and more', 5, 3)).to.deep.equal(['5 and', 'more']);
    expect(linesOf('5 and more', 4, 3)).to.deep.equal(['5', 'and', 'more']);
    expect(linesOf('5 and more', 4)).to.deep.equal(['5', 'and…']);
    expect(linesOf('Platinum', 5, 3)).to.deep.equal(['Plat…']);
  });

  it('is broken between Chinese characters, and never within one of another plane', () => {
    expect(linesOf('高价值客户', 3)).to.deep.equal(['高价值', '客户']);
    expect(linesOf('𠀀𠀁𠀂𠀃', 2)).to.deep.equal(['𠀀𠀁', '𠀂𠀃']);
    expect(linesOf('😀😀😀😀', 3).join('')).to.match(/^(😀|…)+$/u);
  });

  // GB/T 15834: closing marks do not begin a line, opening ones do not end one.
  it('begins no line with punctuation that closes and ends none with one that opens', () => {
    expect(linesOf('会员（黄金）', 5)).to.deep.equal(['会员（黄', '金）']);
    expect(linesOf('会员（黄金）', 3)).to.deep.equal(['会员', '（黄…']);
    expect(linesOf('新客，老客', 2, 3)).to.deep.equal(['新', '客，', '老客']);
    const text = fc.array(fc.constantFrom(...'黄金会员（「《【）」》】，。、：！？％'), {minLength: 1, maxLength: 14});
    fc.assert(
      fc.property(text, fc.integer({min: 2, max: 8}), fc.integer({min: 2, max: 4}), (glyphs, letters, most) => {
        const lines = linesOf(glyphs.join(''), letters, most);
        for (const line of lines.slice(1)) expect(line).to.match(/^[^）」》】，。、：！？％]/u);
        for (const line of lines.slice(0, -1)) expect(line).to.not.match(/[（「《【]$/u);
        expect(lines.length).to.be.at.most(most);
      }),
    );
  });
});

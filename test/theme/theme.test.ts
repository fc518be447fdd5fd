import {expect} from 'chai';
import {dark, forcedDeclarations, INKS, light, themeDeclarations} from '../../src/theme/theme.js';

describe('the theme', () => {
  it('has every ink in light and in dark', () => expect(Object.keys(dark)).to.have.members(Object.keys(light)));

  it('has colours that any program understands', () =>
    [...Object.values(light), ...Object.values(dark)].forEach((colour) => expect(colour).to.match(/^#[0-9a-f]{6}$/)));

  for (const ink of INKS) {
    it(`reads --insight-${ink} and falls back to its own colours`, () =>
      expect(themeDeclarations).to.include(
        `--_${ink}: var(--insight-${ink}, light-dark(${light[ink]}, ${dark[ink]}));`,
      ));
  }

  it('has opposites that differ also where a reader has chosen the colours', () => {
    const forced = (ink: string) => new RegExp(`--_${ink}: (\\w+);`).exec(forcedDeclarations)?.[1];
    for (const [less, more] of [
      ['loss', 'gain'],
      ['loss', 'accent'],
      ['series-2', 'accent'],
      ['context', 'accent'],
    ] as const)
      expect(forced(less), less).to.be.a('string').and.not.equal(forced(more));
  });

  it('never sets a public property, which would stop the value of the page', () =>
    expect(themeDeclarations).to.not.match(/(^|[;{\s])--insight-[\w-]+\s*:/));
});

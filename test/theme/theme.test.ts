import {expect} from 'chai';
import {dark, INKS, light, themeDeclarations} from '../../src/theme/theme.js';

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

  it('never sets a public property, which would stop the value of the page', () =>
    expect(themeDeclarations).to.not.match(/(^|[;{\s])--insight-[\w-]+\s*:/));
});

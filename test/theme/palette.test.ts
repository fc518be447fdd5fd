import {expect} from 'chai';
import {loyaltyLadder} from '../../src/charts/loyalty-ladder/definition.js';
import type {Ink} from '../../src/scene/scene.js';
import {dark, light, type Theme} from '../../src/theme/theme.js';
import {contrast, difference, linearOf, mixed, seen, VISIONS} from '../support/colour.js';
import {demoLadders} from '../support/demo-data.js';
import {marksOf, sceneOf} from '../support/scenes.js';

/** Inks that words are written in; `gain` and `loss` word a change, `accent` the one number a row is about. */
const WORDS: readonly Ink[] = ['text', 'muted', 'accent', 'gain', 'loss'];
/** Quiet on purpose, or the ground itself. */
const QUIET: readonly Ink[] = ['ground', 'wash', 'grid'];
const SERIES: readonly Ink[] = Array.from({length: 8}, (_, index) => `series-${index + 1}` as Ink);

/** How far the first so many series are apart at least: alone, with a second sign, with a label at each. */
const APART: Readonly<Record<number, number>> = {2: 20, 3: 20, 4: 20, 5: 15, 6: 15, 7: 11, 8: 10};
/** What stands side by side and means different things; each pair has its sign, arrow or form besides. */
const OPPOSED: readonly (readonly [Ink, Ink])[] = [
  ['gain', 'loss'],
  ['gain', 'accent'],
  ['loss', 'accent'],
  ['accent', 'context'],
  ['gain', 'context'],
  ['loss', 'context'],
];

const apart = (theme: Theme, vision: keyof typeof VISIONS, [one, other]: readonly [Ink, Ink]) =>
  difference(seen(linearOf(theme[one]), vision), seen(linearOf(theme[other]), vision));

for (const [name, theme] of Object.entries({light, dark})) {
  describe(`the ${name} palette`, () => {
    const on = (ink: Ink, ground: Ink) => contrast(linearOf(theme[ink]), linearOf(theme[ground]));

    for (const ink of WORDS)
      it(`can be read in ${ink}, also on a wash`, () =>
        expect(Math.min(on(ink, 'ground'), on(ink, 'wash'))).to.be.at.least(4.5));

    for (const ink of Object.keys(theme) as Ink[])
      if (!QUIET.includes(ink)) it(`shows marks in ${ink}`, () => expect(on(ink, 'ground')).to.be.at.least(3));

    for (const vision of Object.keys(VISIONS) as (keyof typeof VISIONS)[]) {
      for (const [count, least] of Object.entries(APART))
        it(`tells ${count} series apart by ${least}, ${vision} vision`, () => {
          const pairs = SERIES.slice(0, Number(count)).flatMap((one, index, all) =>
            all.slice(index + 1).map((other) => apart(theme, vision, [one, other])),
          );
          expect(Math.min(...pairs)).to.be.at.least(least);
        });

      for (const [one, other] of OPPOSED)
        it(`tells ${one} from ${other}, ${vision} vision`, () =>
          expect(apart(theme, vision, [one, other])).to.be.at.least(15));
    }

    it('lets the words on the strongest shade be read', () => {
      const everyKind = {
        moves: ['a', 'b', null].flatMap((from) =>
          ['a', 'b', null].flatMap((to) => (from === null && to === null ? [] : [{from, to, count: 50}])),
        ),
      };
      const scene = sceneOf(loyaltyLadder, everyKind, {view: 'moves'});
      const strongest = sceneOf(loyaltyLadder, demoLadders['loyalty-ladder'], {view: 'moves'});
      const shades = marksOf([...scene.marks, ...strongest.marks]).flatMap(({paint}) =>
        paint?.opacity && paint.fill && paint.fill !== 'none' ? [{ink: paint.fill, opacity: paint.opacity}] : [],
      );
      expect(shades.map(({ink}) => ink)).to.include.members(['gain', 'loss', 'context', 'accent']);
      for (const {ink} of shades) {
        const opacity = Math.max(...shades.filter((shade) => shade.ink === ink).map((shade) => shade.opacity));
        expect(contrast(linearOf(theme.text), mixed(theme[ink], theme.ground, opacity)), ink).to.be.at.least(4.5);
      }
    });
  });
}

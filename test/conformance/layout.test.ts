import {expect} from 'chai';
import fc from '../support/fast-check.js';
import '../support/watch-page.js';
import type {Frame} from '../../src/chart/chart.js';
import {estimatedTextWidth} from '../../src/chart/estimated-ruler.js';
import {textRuler} from '../../src/chart/controllers/text-ruler.js';
import {COMPACT_UNIT, frameOf, LABEL_SIZE, SMALL_SIZE, UNIT} from '../../src/chart/frame.js';
import {localeOf} from '../../src/locale/locale.js';
import {mirrorScene} from '../../src/scene/mirror-scene.js';
import {paintedBox, type PaintedBox} from '../support/painted-box.js';
import {misplacedIn} from '../support/text-boxes.js';
import {perTier} from '../support/tier.js';
import {rescaled} from './any-payload.js';
import {show, subjects, type Subject} from './subjects.js';
import {expectNone} from './verdict.js';

const WIDTHS = [200, 320, 720, 1_600];
const LANGUAGES = ['en', 'zh-CN'];
const place = document.createElement('div');
place.style.fontFamily = 'sans-serif';
place.attachShadow({mode: 'open'});
document.body.append(place);
const pageTextWidth = textRuler(place, 'en');
/** The page's own ruler; and Node's estimate, which rather takes a text for too wide and is not asked for a phone's width. */
const rulersAt = (width: number): readonly Frame['textWidth'][] =>
  width < 320 ? [pageTextWidth] : [pageTextWidth, estimatedTextWidth];
/** Text as large as the reader wants it; twice as large is asked for where a page is not also as narrow as a phone. */
const textScalesAt = (width: number): readonly number[] => (width < 640 ? [1] : [1, 2]);
const RUNS = perTier({fast: 150, gate: 1_000, deep: 5_000});

/** Frames of a width with all densities and some sizes of text. */
const framesOf = (width: number, textScales = textScalesAt(width)): Frame[] =>
  rulersAt(width).flatMap((textWidth) =>
    [UNIT, COMPACT_UNIT].flatMap((unit) =>
      textScales.map((scale) =>
        frameOf({width, textWidth, unit, labelSize: LABEL_SIZE * scale, smallSize: SMALL_SIZE * scale}),
      ),
    ),
  );

function misplaced(
  {chart}: Subject,
  {data, view}: {readonly data: unknown; readonly view: string},
  frames: readonly Frame[],
): string[] {
  const options = {...chart.defaults, view};
  const {metrics, isEmpty} = chart.measure(data, options);
  if (metrics === null || isEmpty) return [];
  return LANGUAGES.flatMap((lang) =>
    frames.flatMap((frame) => {
      const scene = chart.draw(metrics, {frame, locale: localeOf(lang, chart.currencyOf(metrics)), options});
      const where = `${lang}, ${frame.width} px, labels ${frame.labelSize} px, unit ${frame.unit}: `;
      return [scene, mirrorScene(scene)].flatMap((one) =>
        misplacedIn(one, frame.textWidth).map((trouble) => where + trouble),
      );
    }),
  );
}

for (const subject of subjects) {
  describe(`${subject.name}: nothing leaves the drawing, no texts meet`, () => {
    for (const {name, data, view} of subject.cases)
      for (const width of WIDTHS)
        it(`${name}, ${view}, ${width} px, in all languages, densities and sizes of text`, () =>
          expectNone([...new Set(misplaced(subject, {data, view}, framesOf(width)))]));

    it(`samples in all sizes at any width, text as large as ours (${RUNS})`, () => {
      const views = fc.constantFrom(...subject.chart.views);
      const property = fc.property(rescaled(subject), views, fc.integer({min: 200, max: 1_600}), (data, view, width) =>
        expectNone(misplaced(subject, {data, view}, framesOf(width, [1]))),
      );
      fc.assert(property, {numRuns: RUNS});
    }).timeout(300_000);
  });

  describe(`${subject.name} as the page paints it`, () => {
    for (const {name, data, view} of subject.cases)
      it(`${name}, ${view}: no texts over each other, none out of the element`, async () => {
        for (const dir of ['ltr', 'rtl'])
          for (const width of WIDTHS.slice(0, 3)) {
            const element = await show(subject, {data, view, dir, lang: 'en'}, width);
            const frame = element.getBoundingClientRect();
            const texts = [...element.shadowRoot!.querySelectorAll('svg text:not([part=rim])')].filter((node) =>
              node.textContent.trim(),
            );
            const boxes = texts.map((node) => ({words: node.textContent, box: inkOf(node)}));
            const outside = boxes.filter(({box}) => box.left < frame.left - 1 || box.right > frame.right + 1);
            const meeting = boxes.flatMap((a, index) =>
              boxes
                .slice(index + 1)
                .filter((b) => doMeet(a.box, b.box))
                .map((b) => `"${a.words}" over "${b.words}"`),
            );
            expectNone([...outside.map(({words}) => `"${words}" is outside`), ...meeting], `${dir}, ${width} px`);
            element.remove();
          }
      });

    it('mirrored for a reader from right to left, the words unchanged', async () => {
      const [{data, view}] = subject.cases as [Subject['cases'][number]];
      const drawn = async (dir: string) => {
        const element = await show(subject, {data, view, dir, lang: 'en'});
        const {left, width} = element.getBoundingClientRect();
        return [...element.shadowRoot!.querySelectorAll('svg text')].map((node) => {
          const box = node.getBoundingClientRect();
          return {
            words: node.textContent,
            start: Math.round(dir === 'rtl' ? left + width - box.right : box.left - left),
          };
        });
      };
      const [ltr, rtl] = [await drawn('ltr'), await drawn('rtl')];
      expect(rtl.map(({words}) => words)).to.deep.equal(ltr.map(({words}) => words));
      for (const [index, {words, start}] of rtl.entries()) expect(start, words).to.be.closeTo(ltr[index]!.start, 2);
    });
  });
}

/** The line box of a font is higher than its letters. */
function inkOf(node: Element): PaintedBox {
  const {left, right, top, bottom} = paintedBox(node);
  const spare = (bottom - top) * 0.2;
  return {left, right, top: top + spare, bottom: bottom - spare};
}

const doMeet = (a: PaintedBox, b: PaintedBox): boolean =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

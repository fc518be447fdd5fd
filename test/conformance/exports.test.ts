import {expect} from 'chai';
import '../support/watch-page.js';
import {emulateReader} from '../support/browser-commands.js';
import {itNeeds} from '../support/engine.js';
import {painted} from '../support/fixture.js';
import {parseCsv} from '../support/parse-csv.js';
import {parseXml} from '../support/parse-xml.js';
import {fieldOf, readChart} from '../support/read-chart.js';
import {copiedBy} from './take-away.js';
import {show, subjects, type ChartUnderTest} from './subjects.js';

/** R13. What a drawing may be made of, wherever it is opened. */
const TAGS = ['svg', 'g', 'rect', 'line', 'circle', 'path', 'text'];
const SHAPE = ['x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'd', 'width', 'height', 'viewBox', 'transform'];
const PAINT = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'fill-opacity',
  'font-size',
  'font-weight',
  'font-family',
];
const TEXT = ['text-anchor', 'direction', 'unicode-bidi'];
const MEANING = ['xmlns', 'role', 'aria-label', 'data-datum', 'data-handle', 'data-pales', 'part', ...TEXT];
const ATTRIBUTES = new Set([...SHAPE, ...PAINT, ...MEANING]);
const COLOUR = /^(none|(rgba?|color|oklch|oklab|hsl)\([^()]*\)|#[0-9a-f]{3,8})$/;

const fileOf = (element: ChartUnderTest): Element => parseXml(element.toSvg() ?? '').documentElement;
const textsIn = (root: ParentNode): string[] => [...root.querySelectorAll('text')].map(({textContent}) => textContent);

/** Where datums have no nodes the keyboard has one above the drawing, which is no part of it. */
const datumsWithMarks = (element: ChartUnderTest): number =>
  fieldOf(element) ? 0 : readChart(element).datums().length;

for (const subject of subjects)
  for (const {name, data, view} of subject.cases)
    describe(`${subject.name} taken away: ${name}, ${view}`, () => {
      it('as SVG that needs nothing else', async () => {
        for (const colorScheme of ['light', 'dark']) {
          const element = await show(subject, {data, view});
          element.style.colorScheme = colorScheme;
          const file = fileOf(element);
          const nodes = [file, ...file.querySelectorAll('*')];
          expect(
            [...new Set(nodes.map(({localName}) => localName))].filter((tag) => !TAGS.includes(tag)),
          ).to.deep.equal([]);
          const named = nodes.flatMap((node) => node.getAttributeNames());
          expect(named.filter((attribute) => !ATTRIBUTES.has(attribute))).to.deep.equal([]);
          const colours = nodes.flatMap((node) =>
            ['fill', 'stroke'].map((paint) => node.getAttribute(paint) ?? 'none'),
          );
          expect([...new Set(colours)].filter((colour) => !COLOUR.test(colour))).to.deep.equal([]);
          expect(textsIn(file)).to.deep.equal(readChart(element).texts());
          expect(file.querySelectorAll('[data-datum]')).to.have.lengthOf(datumsWithMarks(element));
          expect(Number(file.getAttribute('width'))).to.equal(720);
        }
      });

      it('as PNG of any scale, with ink on it', async () => {
        const element = await show(subject, {data, view}, 400);
        const file = fileOf(element);
        for (const scale of [1, 2, 3]) {
          const picture = await createImageBitmap((await element.toPng(scale))!);
          expect([picture.width, picture.height]).to.deep.equal(
            ['width', 'height'].map((side) => Math.ceil(Number(file.getAttribute(side)) * scale)),
          );
          expect(coloursOf(picture)).to.be.above(8);
        }
      });

      it('as CSV: the table with its numbers untouched', async () => {
        const element = await show(subject, {data, view, lang: 'zh-CN'});
        const csv = element.toCsv() ?? '';
        expect(csv).to.match(/^\ufeff/);
        const {metrics, locale} = element;
        const table = subject.chart.tabulate(metrics, {locale, options: {...subject.chart.defaults, view}});
        const [header, ...rows] = parseCsv(csv.slice(1));
        expect(header).to.deep.equal(table.columns.map(({label}) => label));
        expect(rows).to.deep.equal(table.rows.map((row) => row.map(({value}) => String(value ?? ''))));
      });

      it('to the clipboard: sentence, table and image', async () => {
        const element = await show(subject, {data, view});
        expect((await copiedBy(element, 'copySentence')).get('text/plain')).to.equal(element.headline!.text);
        const table = await copiedBy(element, 'copyTable');
        const rows = await readChart(element).table();
        expect(
          table
            .get('text/plain')
            ?.split('\n')
            .map((line) => line.split('\t').length),
        ).to.deep.equal(rows.map(({length}) => length));
        expect(table.get('text/html')).to.include('<table').and.include('</table>');
        expect([...(await copiedBy(element, 'copyImage')).keys()]).to.deep.equal(['image/png']);
      });

      itNeeds('emulate-reader', 'on paper: every mark, no buttons', async () => {
        const element = await show(subject, {data, view});
        const marks = element.shadowRoot!.querySelectorAll('svg [data-datum]').length;
        await emulateReader({media: 'print'});
        try {
          await painted();
          expect(element.shadowRoot!.querySelectorAll('svg [data-datum]')).to.have.lengthOf(marks);
          expect(getComputedStyle(element.shadowRoot!.querySelector('[part=tools]')!).display).to.equal('none');
          const {width} = element.shadowRoot!.querySelector('svg')!.getBoundingClientRect();
          expect(width).to.be.at.most(720).and.above(0);
        } finally {
          await emulateReader();
        }
      });
    });

/** How many colours a picture has, a blank one having one. */
function coloursOf(picture: ImageBitmap): number {
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d')!;
  context.drawImage(picture, 0, 0);
  const {data} = context.getImageData(0, 0, picture.width, picture.height);
  const colours = new Set<number>();
  for (let at = 0; at < data.length; at += 4) colours.add((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!);
  return colours.size;
}

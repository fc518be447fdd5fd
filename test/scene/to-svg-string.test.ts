import fc from '../support/fast-check.js';
import '../support/watch-page.js';
import {expect} from 'chai';
import type {Scene} from '../../src/scene/scene.js';
import {toSvgString} from '../../src/scene/to-svg-string.js';
import {writeMany} from '../../src/scene/write-many.js';
import {light} from '../../src/theme/theme.js';
import {anyText, forAny} from '../support/for-any.js';
import {sceneOfEach} from '../support/one-of-each.js';
import {parseXml} from '../support/parse-xml.js';

const colourOf = (ink: keyof typeof light) => light[ink];
const options = {title: 'The finding', fontFamily: 'system-ui', colourOf, writeMany};
const drawn = (scene: Scene = sceneOfEach, given: Partial<typeof options> = {}) =>
  parseXml(toSvgString(scene, {...options, ...given})).documentElement;
const saying = (text: string): Scene => ({
  width: 10,
  height: 10,
  marks: [
    {
      kind: 'text',
      key: 't',
      x: 0,
      y: 0,
      size: 12,
      text,
      datum: {id: text, label: text, title: text, lines: [], row: 0, column: 0, detail: {}},
    },
  ],
});

describe('a drawing as text', () => {
  it('is an SVG document of its own size', () => {
    const svg = drawn();
    expect([svg.namespaceURI, svg.localName]).to.deep.equal(['http://www.w3.org/2000/svg', 'svg']);
    expect(['viewBox', 'width', 'height'].map((name) => svg.getAttribute(name))).to.deep.equal([
      '0 0 120 60',
      '120',
      '60',
    ]);
  });

  it('says what it shows', () => {
    expect(drawn().getAttribute('role')).to.equal('graphics-document');
    expect(drawn(sceneOfEach, {title: 'A < "B" & C'}).getAttribute('aria-label')).to.equal('A < "B" & C');
  });

  it('stands on the ground of its theme and writes in its ink', () => {
    const svg = drawn();
    expect(svg.firstElementChild?.getAttribute('fill')).to.equal(light.ground);
    expect(svg.getAttribute('fill')).to.equal(light.text);
  });

  it('names its fonts, quotes included', () =>
    expect(drawn(sceneOfEach, {fontFamily: '"Segoe UI", serif'}).getAttribute('font-family')).to.equal(
      '"Segoe UI", serif',
    ));

  it('holds nothing but shapes and text, and refers to nothing outside', () => {
    const svg = drawn();
    const tags = new Set([svg, ...svg.querySelectorAll('*')].map(({localName}) => localName));
    expect([...tags]).to.have.members(['svg', 'rect', 'g', 'line', 'circle', 'path', 'text']);
    const names = new Set([...svg.querySelectorAll('*')].flatMap((node) => node.getAttributeNames()));
    const known =
      'x y width height rx x1 y1 x2 y2 cx cy r d transform font-size text-anchor font-weight part fill stroke ' +
      'stroke-width stroke-dasharray opacity role aria-label data-datum';
    expect(known.split(' ')).to.include.members([...names]);
    expect(toSvgString(sceneOfEach, options)).to.not.match(/var\(|url\(|href|<script|<style|foreignObject/);
  });

  it('is the same text every time', () =>
    expect(toSvgString(sceneOfEach, options)).to.equal(toSvgString(structuredClone(sceneOfEach), options)));

  for (const [name, text, shown] of [
    ['markup', '<script>alert(1)</script>'],
    ['the end of a comment and of CDATA', ']]>--><![CDATA['],
    ['quotes and ampersands', `"a" & 'b' &amp; &lt;`],
    ['an entity', '&xxe;'],
    ['control characters', 'a\u0000b\u0008c\u001fd', 'a\ufffdb\ufffdc\ufffdd'],
    ['the two code points that are none', 'a\ufffeb\uffff', 'a\ufffdb\ufffd'],
    ['lone surrogates', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['characters beyond the first plane', '😀𠀀', '😀𠀀'],
    ['right to left and joiners', 'א\u202eabc\u200d'],
  ] as const) {
    it(`shows ${name} as text`, () => {
      const mark = drawn(saying(text)).querySelector('text')!;
      expect(mark.textContent).to.equal(shown ?? text);
      expect(mark.getAttribute('aria-label')).to.equal(shown ?? text);
      expect(mark.children).to.have.length(0);
    });
  }

  it('is well-formed whatever the data say', () => {
    const tricky = fc.string({unit: fc.constantFrom(...'<>&"\'\u0000\u000b\ud800\udfff\ufffe]\r\n')});
    const texts = fc.array(fc.oneof(tricky, anyText()), {minLength: 1, maxLength: 10});
    // One document holds many texts: parsing is what takes the time.
    forAny(
      texts,
      (some) => {
        const marks = some.flatMap((text, index) => saying(text).marks.map((mark) => ({...mark, key: String(index)})));
        const shown = [...drawn({width: 10, height: 10, marks}, {title: some[0]!}).querySelectorAll('text')];
        expect(shown.map((mark) => mark.textContent.length)).to.deep.equal(
          some.map((text) => text.replaceAll('\r\n', '\n').length),
        );
      },
      {fast: 50, gate: 500, deep: 2_000},
    );
  });
});

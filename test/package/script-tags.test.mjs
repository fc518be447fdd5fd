/** The files for a script tag: their weight, and that nothing in them turns text into script or markup. */
import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import {at, charts, readText} from './built.mjs';

const KILOBYTE = 1000;
const LIMIT = {chart: 40 * KILOBYTE, all: 64 * KILOBYTE};

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
  it('are one file per chart and one for all', () => {
    assert.deepEqual(files.sort(), ['insight-elements', ...charts].map((name) => `${name}.min.js`).sort());
  });

  for (const file of files) {
    const limit = file === 'insight-elements.min.js' ? LIMIT.all : LIMIT.chart;

    it(`${file} weighs at most ${limit} bytes gzipped`, (test) => {
      const weight = weightOf(file);
      test.diagnostic(`${file}: ${weight} bytes`);
      assert.ok(weight <= limit, `${weight} bytes`);
    });

    it(`${file} is self-contained`, () => assert.deepEqual(excerpts(file, [/(?<=^|[;}])import[\s{*"'`(]/]), []));

    it(`${file} has no sink but Lit's own template`, () => {
      assert.deepEqual(excerpts(file, BANNED), []);
      assert.equal(excerpts(file, [LIT_TEMPLATE]).length, 1);
      assert.equal(excerpts(file, [/innerHTML/]).length, 1);
    });
  }
});

/** Where the patterns are found, shortly: a message with a whole minified file in it helps nobody. */
function excerpts(file, patterns) {
  const code = readText(`dist/${file}`);
  const places = patterns.flatMap((pattern) => [...code.matchAll(new RegExp(pattern, 'g'))].map(({index}) => index));
  return places.map((place) => code.slice(Math.max(0, place - 40), place + 60));
}

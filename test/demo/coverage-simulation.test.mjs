import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Rows of a Markdown table, without the padding that Prettier adds. */
const rowsIn = (text) =>
  text.split('\n').flatMap((line) => (/^\| .*%/.test(line) ? [line.replaceAll(/ {2,}/g, ' ')] : []));

describe('the coverage simulation', () => {
  it('prints what the docs say, and Newcombe holds the level wherever they say so', () => {
    const printed = execFileSync(process.execPath, [at('test/statistics/coverage-simulation.mjs')], {encoding: 'utf8'});
    const rows = rowsIn(printed);
    assert.equal(rows.length, 10);
    assert.deepEqual(rowsIn(readFileSync(at('stories/intervals.mdx'), 'utf8')), rows);
    for (const row of rows) assert.ok(Number(row.split('|')[3].replace('%', '')) >= 94, row);
  });
});

/** What the built package draws in Node is what the browser's tests have stored: one drawing for page, mail and report. */
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {at, readText} from './built.mjs';

const inLines = (svg) => `${svg.replaceAll('><', '>\n<')}\n`;
const VIEWS = ['ladder', 'funnel', 'moves'];

/** As a backend does it in one line: `node -e`. */
const evaluate = (script) =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {cwd: at('.'), encoding: 'utf8'});

const drawn = (name, options) =>
  evaluate(`
    import {readFileSync} from 'node:fs';
    import {renderToSvg} from 'insight-elements/static';
    const json = JSON.parse(readFileSync('demo/data/${name}.json', 'utf8'));
    process.stdout.write(renderToSvg('loyalty-ladder', json, ${JSON.stringify(options)}));
  `);

const stored = readdirSync(at('test/scenes')).map((file) => file.replace('.svg', ''));
const documents = ['loyalty-ladder', 'neglected-rungs', 'checkout-funnel', 'regional-ladder'];

describe('in Node the package', () => {
  for (const name of documents)
    for (const view of VIEWS) {
      const file = `loyalty-ladder-${name}-${view}`;
      it(`draws what a browser draws: ${name}, ${view}`, () => {
        assert.ok(stored.includes(file), `no stored drawing ${file}`);
        assert.equal(inLines(drawn(name, {view})), readText(`test/scenes/${file}.svg`));
      });
    }

  it('draws in Chinese and in the dark', () =>
    assert.equal(
      inLines(drawn('neglected-rungs', {lang: 'zh', theme: 'dark'})),
      readText('test/scenes/loyalty-ladder-chinese-dark.svg'),
    ));

  it('gives the numbers', () => {
    const printed = evaluate(`
      import {measure} from 'insight-elements/static';
      const moves = [{from: 'customer', to: 'client', count: 81}, {from: 'customer', to: 'customer', count: 182}];
      const {series} = measure('loyalty-ladder', {moves});
      console.log(JSON.stringify(series[0].rungs[0].climb));
    `);
    const {count, n, low, high} = JSON.parse(printed);
    assert.deepEqual([count, n], [81, 263]);
    // Wilson limits as printed by Newcombe (1998).
    assert.ok(Math.abs(low - 0.255289) < 1e-6 && Math.abs(high - 0.36621) < 1e-6, printed);
  });

  it('says where data are wrong, and fails the command', () => {
    const attempt = () =>
      evaluate(`
        import {renderToSvg} from 'insight-elements/static';
        renderToSvg('loyalty-ladder', {rows: [{rung: 'client', count: 'abc'}]});
      `);
    assert.throws(attempt, /rows\.0\.count: expected a whole number of 0 or more, got "abc"/);
  });
});

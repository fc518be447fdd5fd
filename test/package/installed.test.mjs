/** The package as somebody else gets it: packed, installed into an empty project, imported, compiled against. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {at, charts, manifest} from './built.mjs';

const bin = (name) => at(`node_modules/.bin/${name}`);

let project;
let tarball;

/** Runs a program in the empty project; what it printed is the message when it fails. */
function run(program, ...args) {
  return new Promise((resolve, reject) => {
    execFile(program, args, {cwd: project}, (error, stdout, stderr) => {
      if (error) reject(new Error(`${program} ${args.join(' ')}\n${stdout}\n${stderr}`));
      else resolve(stdout);
    });
  });
}

const evaluate = (script) => run(process.execPath, '--input-type=module', '--eval', script);

before(async () => {
  project = await mkdtemp(join(tmpdir(), 'empty-project-'));
  await writeFile(join(project, 'package.json'), '{"name": "empty-project", "private": true, "type": "module"}');
  const [packed] = JSON.parse(await run('npm', 'pack', at('.'), '--json', '--ignore-scripts'));
  tarball = join(project, packed.filename);
  await run('npm', 'install', tarball, '--no-audit', '--no-fund', '--prefer-offline');
});

after(() => rm(project, {recursive: true, force: true}));

describe('an empty project', () => {
  it('imports the classes in plain Node, where there is no page', async () => {
    const found = JSON.parse(
      await evaluate(`
      import * as all from 'insight-elements';
      const elements = Object.keys(all).filter((name) => name.endsWith('Element'));
      console.log(JSON.stringify({elements, registered: typeof customElements}));
    `),
    );
    assert.ok(found.elements.length >= charts.length, `exports ${found.elements.join(', ')}`);
  });

  it('finds nothing registered by the classes alone', async () => {
    const printed = await evaluate(`
      import 'insight-elements';
      console.log(${JSON.stringify(charts)}.filter((name) => globalThis.customElements?.get('insight-' + name)).length);
    `);
    assert.equal(printed.trim(), '0');
  });

  it('finds every chart of the sources in the list and registered by define', async () => {
    const printed = await evaluate(`
      import 'insight-elements/define';
      import {charts} from 'insight-elements/static';
      const names = charts.map(({name}) => name).sort();
      console.log(JSON.stringify(names.filter((name) => customElements.get('insight-' + name))));
    `);
    assert.deepEqual(JSON.parse(printed), charts);
  });

  it('draws without a page', async () => {
    const printed = await evaluate(`
      import * as drawing from 'insight-elements/static';
      console.log(['renderToSvg', 'measure', 'tabulate', 'headline'].filter((name) => typeof drawing[name] !== 'function').join());
    `);
    assert.equal(printed.trim(), '');
  });

  it('draws a ladder as a string of SVG', async () => {
    const printed = await evaluate(`
      import {renderToSvg, headline} from 'insight-elements/static';
      const rows = ['prospect', 'customer', 'client'].map((rung, i) => ({rung, count: 100 * (3 - i)}));
      const ladder = {basis: 'at', asOf: '2026-10-31', rows};
      console.log(renderToSvg('loyalty-ladder', ladder), headline('loyalty-ladder', ladder));
    `);
    assert.match(printed, /^<svg[^>]+xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    assert.doesNotMatch(printed, /NaN|undefined|var\(/);
  });

  it('reads any JSON by a preset that is loaded by name, and by one of its own', async () => {
    const printed = await evaluate(`
      import {explain, loadPreset, presetNames, readRows, registerPreset} from 'insight-elements/mapping';
      await loadPreset('postgrest');
      registerPreset('ours', {map: {rung: 'l/{i}/a', count: 'l/{i}/b'}});
      const [shipped] = readRows([{rung: 'client', count: '7'}], {preset: 'postgrest'}).rows;
      const [own] = readRows({l: [{a: 'client', b: 8}]}, {preset: 'ours'}).rows;
      const {entries} = explain({l: [1]}, {rung: 'l/{i}/a', count: 'l/{i}/b'});
      console.log(shipped.count, own.count, entries, presetNames().length > 50);
    `);
    assert.equal(printed.trim(), '7 8 1 true');
  });

  for (const name of charts) {
    it(`registers ${name} alone, and its contract is JSON`, async () => {
      const printed = await evaluate(`
        import 'insight-elements/define/${name}';
        import schema from 'insight-elements/schemas/${name}.json' with {type: 'json'};
        console.log(customElements.get('insight-${name}') !== undefined, typeof schema.properties);
      `);
      assert.match(printed, /^true /);
    });
  }

  it('compiles against the types, with no library checks left out', async () => {
    const imports = ['.', './define', './static', './mapping', ...charts.map((name) => `./define/${name}`)];
    const lines = imports.map((name, i) => `import * as m${i} from 'insight-elements${name.slice(1)}';\nvoid m${i};`);
    await writeFile(join(project, 'embedder.ts'), `${lines.join('\n')}\n`);
    const compilerOptions = {strict: true, noEmit: true, target: 'es2022', module: 'nodenext', types: []};
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify({compilerOptions, files: ['embedder.ts']}));
    await run(bin('tsc'), '-p', 'tsconfig.json');
  });

  it('gets nothing but what is meant to be published', async () => {
    const [{files}] = JSON.parse(await run('npm', 'pack', at('.'), '--json', '--dry-run', '--ignore-scripts'));
    const strangers = files.map(({path}) => path).filter((path) => !path.startsWith('dist/'));
    const expected = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
    assert.deepEqual(strangers.sort(), expected);
  });
});

describe('publishing tools', () => {
  it('publint finds nothing', async () => {
    await run(bin('publint'), '--strict', tarball);
  });

  it('are-the-types-wrong finds nothing', async () => {
    const schemas = Object.keys(manifest.exports).filter((name) => name.endsWith('.json'));
    await run(bin('attw'), tarball, '--profile', 'esm-only', '--exclude-entrypoints', ...schemas);
  });
});

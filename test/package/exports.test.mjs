/** The public names of the package, and that each of them leads to a file. */
import assert from 'node:assert/strict';
import {existsSync, readdirSync} from 'node:fs';
import {describe, it} from 'node:test';
import {at, charts, manifest, readText} from './built.mjs';

/** Public name → the source it comes from; a name is exported as soon as its source is there. */
const PUBLIC_NAMES = {
  '.': 'src/index.ts',
  './define': 'src/define.ts',
  './define/*': 'src/charts',
  './static': 'src/static.ts',
  './mapping': 'src/mapping/index.ts',
  './schemas/*.json': 'src/charts',
};

const modules = readdirSync(at('dist'), {recursive: true}).filter((file) => /(?<!\.min)\.js$/.test(file));

const targetsOf = (target) => (typeof target === 'string' ? [target] : Object.values(target));
const forEachChart = (path) => (path.includes('*') ? charts.map((name) => path.replace('*', name)) : [path]);

/** Paths at which a schema says nothing, that is, takes anything. */
function unsaid(schema, path = '') {
  if (Object.keys(schema).length === 0) return [path];
  const parts = [
    ...Object.entries(schema.properties ?? {}),
    ...(schema.anyOf ?? []).map((choice, i) => [`anyOf ${i}`, choice]),
    ...(schema.items ? [['items', schema.items]] : []),
  ];
  return parts.flatMap(([name, part]) => unsaid(part, `${path}/${name}`));
}

describe('package.json', () => {
  it('exports the public names and no other', () => {
    const there = Object.entries(PUBLIC_NAMES).filter(([, source]) => existsSync(at(source)));
    assert.deepEqual(Object.keys(manifest.exports).sort(), there.map(([name]) => name).sort());
  });

  for (const [name, target] of Object.entries(manifest.exports)) {
    it(`leads ${name} to files that are there`, () => {
      const files = targetsOf(target).flatMap(forEachChart);
      assert.deepEqual(
        files.filter((file) => !existsSync(at(file))),
        [],
      );
      assert.ok(files.length > 0);
    });
  }

  it('depends on what the modules import and on nothing else', () => {
    const imported = modules.flatMap((file) => [...readText(`dist/${file}`).matchAll(/from "([^".][^"]*)"/g)]);
    const packages = new Set(imported.map(([, name]) => name.split('/')[0]));
    assert.deepEqual(Object.keys(manifest.dependencies).sort(), [...packages].sort());
  });
});

describe('dist', () => {
  for (const name of charts) {
    it(`holds the contract of ${name} as JSON Schema`, () => {
      const schema = JSON.parse(readText(`dist/schemas/${name}.json`));
      assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema');
      assert.ok(schema.properties.rows);
      assert.deepEqual(unsaid(schema), []);
    });
  }

  it('has a manifest of all elements with paths inside the package', () => {
    const {modules} = JSON.parse(readText('dist/custom-elements.json'));
    const elements = modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
    assert.deepEqual(
      elements.map(({tagName}) => tagName).sort(),
      charts.map((name) => `insight-${name}`),
    );
    assert.deepEqual(
      modules.map(({path}) => path).filter((path) => !existsSync(at(path))),
      [],
    );
  });
});

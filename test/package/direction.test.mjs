/** The import rules of .dependency-cruiser.cjs on a small source tree that breaks each of them once. */
import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdir, mkdtemp, rm, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';

const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

const files = {
  'package.json': '{"type": "module", "dependencies": {"lit": "*", "d3-array": "*", "zod": "*"}}',
  'src/charts/one/metrics.ts': "import {sum} from 'd3-array';\nexport const one = sum([1]);\n",
  'src/charts/one/element.ts': "import {html} from 'lit';\nexport const drawn = html`a`;\n",
  'src/charts/one/schema.ts': "import * as z from 'zod/mini';\nexport const schema = z.string();\n",
  'src/charts/two/metrics.ts': "import {one} from '../one/metrics.js';\nexport const two = one;\n",
  'src/charts/two/layout.ts': "import {html} from 'lit';\nexport const layout = html`a`;\n",
  'src/charts/two/scene.ts': "import {drawn} from './element.js';\nexport const scene = drawn;\n",
  'src/charts/two/element.ts': "import {html} from 'lit';\nexport const drawn = html`a`;\n",
  'src/charts/two/table.ts': "import {charts} from '../index.js';\nexport const table = charts;\n",
  'src/charts/two/words.ts': "import {expect} from 'chai';\nexport const words = expect;\n",
  'src/charts/two/names.ts': "import {gone} from './gone.js';\nexport const names = gone;\n",
  'src/charts/two/notes.ts': "import {x} from '../../table/utils.js';\nexport const notes = x;\n",
  'src/charts/index.ts': 'export const charts = [];\n',
  'src/table/utils.ts': 'export const x = 1;\n',
  'src/scene/a.ts': "import {b} from './b.js';\nexport const a = () => b;\n",
  'src/scene/b.ts': "import {a} from './a.js';\nexport const b = () => a;\n",
  'src/guides/axis.ts': "import {one} from '../charts/one/metrics.js';\nexport const axis = one;\n",
  'src/statistics/rank.ts': "import {x} from '../table/utils.js';\nexport const rank = x;\n",
};

const expected = [
  ['no-cycle', 'src/scene/a.ts'],
  ['charts-stand-alone', 'src/charts/two/metrics.ts'],
  ['charts-ignore-the-list', 'src/charts/two/table.ts'],
  ['shared-ignores-charts', 'src/guides/axis.ts'],
  ['pure-without-page', 'src/charts/two/layout.ts'],
  ['pure-without-page', 'src/charts/two/scene.ts'],
  ['statistics-know-numbers-only', 'src/statistics/rank.ts'],
  ['only-shipped-packages', 'src/charts/two/words.ts'],
  ['resolvable', 'src/charts/two/names.ts'],
  ['named-after-what-it-knows', 'src/charts/two/notes.ts'],
];

let folder;
let violations;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-direction-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), {recursive: true});
    await writeFile(join(folder, path), text);
  }
  await symlink(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  violations = await violationsIn(folder);
});

after(() => rm(folder, {recursive: true, force: true}));

/** dependency-cruiser ends with an exit code of its own when rules are broken, so only its report counts. */
function violationsIn(cwd) {
  const config = join(projectRoot, '.dependency-cruiser.cjs');
  const program = join(projectRoot, 'node_modules', '.bin', 'depcruise');
  return new Promise((resolve, reject) => {
    execFile(program, ['--config', config, '--output-type', 'json', 'src'], {cwd}, (error, report) => {
      if (report === '') reject(error);
      else resolve(JSON.parse(report).summary.violations);
    });
  });
}

describe('import direction', () => {
  for (const [rule, from] of expected) {
    it(`${rule} holds for ${from}`, () => {
      const found = violations.filter((violation) => violation.rule.name === rule).map((violation) => violation.from);
      assert.ok(found.includes(from), `${rule} was broken by ${found.join(', ') || 'nothing'}`);
    });
  }

  it('leaves a chart that keeps to itself alone', () => {
    const tidy = violations.filter(({from}) => from.startsWith('src/charts/one/'));
    assert.deepEqual(tidy, []);
  });
});

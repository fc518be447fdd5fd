/** `npm run build`: ES modules with types, one self-contained file per script tag, JSON Schemas and the manifest. */
import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, rm, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import * as z from 'zod/mini';
import {build} from 'vite';
import {chartNames} from './vite.config.js';

const run = promisify(execFile);
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const names = chartNames();

/** Left to the installer, so that a page with Lit of its own loads it once. */
const isInstalled = (id) => /^(lit|@lit|lit-html|lit-element|zod|d3-[a-z]+)(\/|$)/.test(id);

const shared = {configFile: false, root: at('.'), logLevel: 'warn', publicDir: false};

await rm(at('dist'), {recursive: true, force: true});
await buildModules();
await Promise.all([
  buildScriptTag('insight-elements', 'src/define.ts'),
  ...names.map((name) => buildScriptTag(name, `src/charts/${name}/define.ts`)),
  run('npx', ['tsc', '-p', 'tsconfig.build.json'], {cwd: at('.')}),
  run('npx', ['cem', 'analyze', '--quiet'], {cwd: at('.')}),
]);
await writeSchemas();

/** One module out per module in: package.json can name them by pattern and bundlers drop what a page does not use. */
async function buildModules() {
  const entries = ['src/index.ts', 'src/define.ts', 'src/static.ts', 'src/mapping/index.ts', 'src/charts/index.ts'];
  const input = [...entries, ...names.map((name) => `src/charts/${name}/define.ts`)].map(at).filter(existsSync);
  await build({
    ...shared,
    build: {
      outDir: at('dist'),
      emptyOutDir: false,
      target: 'es2022',
      lib: {entry: input, formats: ['es']},
      minify: false,
      rolldownOptions: {
        external: isInstalled,
        output: {preserveModules: true, preserveModulesRoot: at('src'), entryFileNames: fileNameOf},
      },
    },
  });
}

/** The compiler's own helpers carry their version in a virtual path; in a package that is only noise. */
function fileNameOf({name}) {
  return name.startsWith('_virtual/') ? `compiled/${name.split('/').pop()}.js` : '[name].js';
}

/** One file that registers its elements, everything included. */
async function buildScriptTag(name, entry) {
  await build({
    ...shared,
    build: {
      outDir: at('dist'),
      emptyOutDir: false,
      target: 'es2022',
      lib: {entry: at(entry), formats: ['es'], fileName: () => `${name}.min.js`},
      rolldownOptions: {output: {minify: true, codeSplitting: false}},
    },
  });
}

/** The contract for backend teams. A rule between two fields has no place in JSON Schema and stays in the docs. */
async function writeSchemas() {
  const charts = Object.values(await import(pathToFileURL(at('dist/charts/index.js')).href));
  for (const {name, schema} of charts) {
    const file = at(`dist/schemas/${name}.json`);
    const json = z.toJSONSchema(schema, {io: 'input', unrepresentable: 'any'});
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, `${JSON.stringify({$id: `insight-elements/schemas/${name}.json`, ...json}, null, 2)}\n`);
  }
}

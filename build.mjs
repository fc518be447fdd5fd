/** `npm run build`: ES modules with types, one self-contained file per script tag, JSON Schemas and the manifest. */
import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import {minify} from 'terser';
import {build} from 'vite';
import {chartNames} from './package-names.mjs';
import {isPart, partOf} from './script-parts.mjs';

const run = promisify(execFile);
const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const names = chartNames();

/** Left to the installer, so that a page with Lit of its own loads it once. */
const isInstalled = (id) => /^(lit|@lit|lit-html|lit-element|zod|d3-[a-z]+)(\/|$)/.test(id);

const shared = {configFile: false, root: at('.'), logLevel: 'warn', publicDir: false};

/** One module out per module in: package.json can name them by pattern and bundlers drop what a page does not use. */
async function buildModules() {
  const entries = [
    'src/index.ts',
    'src/define.ts',
    'src/static.ts',
    'src/mapping/index.ts',
    'src/validation/zod-schema.ts',
    'src/validation/fields.ts',
  ];
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

/**
 * One file that registers its elements, everything included.
 * @returns {Promise<string[]>} the packages that are in it
 */
async function buildScriptTag(name, entry) {
  const [{output}] = await build({
    ...shared,
    plugins: [pureDeclarations, tightTemplates, everyChinese],
    build: {
      write: false,
      target: 'es2022',
      lib: {entry: at(entry), formats: ['es'], fileName: () => `${name}.min.js`},
      rolldownOptions: {
        external: name === 'chinese' ? [] : isPart,
        output: {minify: true, codeSplitting: false, paths: (id) => (isPart(id) ? `./${partOf(id)}.min.js` : id)},
      },
    },
  });
  return writeSmaller(output);
}

/** The mapping for script tags, and beside it in a folder what it loads in turn: each preset, readers, sentences. */
async function buildMapping() {
  const [{output}] = await build({
    ...shared,
    build: {
      write: false,
      target: 'es2022',
      lib: {entry: at('src/mapping/element.ts'), formats: ['es'], fileName: () => 'mapping.min.js'},
      rolldownOptions: {
        // What a part shares with the mapping stays in the mapping: one file to begin with.
        preserveEntrySignatures: 'allow-extension',
        output: {minify: true, chunkFileNames: 'mapping-parts/[name].min.js'},
      },
    },
  });
  await mkdir(at('dist/mapping-parts'), {recursive: true});
  return writeSmaller(output);
}

/** Safe here: nothing is called with `new` but classes. */
const COMPRESS = {passes: 4, keep_fargs: false, unsafe_arrows: true, unsafe_methods: true};

/** Terser goes over it once more, for a hundredth or two. */
async function writeSmaller(output) {
  for (const {fileName, code} of output) {
    const smaller = await minify(code, {module: true, ecma: 2022, compress: COMPRESS, format: {comments: false}});
    await writeFile(
      at(`dist/${fileName}`),
      `/*! insight-elements, MIT; with the works of third-party-licences.txt */${smaller.code}`,
    );
  }
  return output.flatMap(({moduleIds}) => moduleIds.map(packageOf)).filter((found) => found !== undefined);
}

/** D3 comes as one file a module, and a value computed at its top keeps what computes it; D3 declares it has no effect. */
const pureDeclarations = {
  name: 'pure-declarations',
  transform: {
    filter: {id: /\/node_modules\/d3-/},
    handler: (code) => code.replace(/^((?:const|let|var) \w+ = )(\w+[.(].*);$/gm, '$1/* @__PURE__ */ (() => $2)();'),
  },
};

/** Spaces and comments inside our own `css` and `html` templates are for people; none of it is text that is shown. */
const tightTemplates = {
  name: 'tight-templates',
  transform: {
    filter: {id: /\/src\/(chart|charts|table)\/.*(styles|template)\.ts$/},
    handler: (code, id) => (id.endsWith('styles.ts') ? tightStyles(code) : tightMarkup(code)),
  },
};

const tightMarkup = (code) => code.replace(/\n\s+(?=[^*\s])/g, '\n').replace(/(?<=>)\n(?=[<$])|(?<=})\n(?=<)/g, '');

const tightStyles = (code) =>
  code
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/(?<=[:,;{}>`]) | (?=[{}>`])/g, '')
    .replace(/;(?=})/g, '')
    .replace(/=(?:'([a-z-]+)')\]/g, '=$1]');

/** The Chinese of all charts as one module that no file is: it follows from the folders there are. */
const CHINESE = 'src/charts/chinese.ts';
const everyChinese = {
  name: 'every-chinese',
  resolveId: {filter: {id: /\/src\/charts\/chinese\.ts$/}, handler: (id) => id},
  load: {
    filter: {id: /\/src\/charts\/chinese\.ts$/},
    handler: () =>
      ['locale/zh-cn', 'locale/traditional', ...names.map((name) => `charts/${name}/words-zh-cn`)]
        .map((path) => `export * from ${JSON.stringify(at(`src/${path}.ts`))};`)
        .join('\n'),
  },
};

function packageOf(id) {
  return /\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/.exec(id)?.[1];
}

/** What is bundled is redistributed, so its licences go along. */
async function writeLicences(packages) {
  const texts = packages.map(
    async (name) => `${name}\n\n${await readFile(at(`node_modules/${name}/LICENSE`), 'utf8')}`,
  );
  await writeFile(at('dist/third-party-licences.txt'), (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`));
}

/** The contract for backend teams. A rule between two fields has no place in JSON Schema and stays in the docs. */
async function writeSchemas() {
  const {charts} = await import(pathToFileURL(at('dist/static.js')).href);
  const {jsonSchemaOf} = await import(pathToFileURL(at('dist/validation/zod-schema.js')).href);
  await mkdir(at('dist/schemas'), {recursive: true});
  for (const {name, contract} of charts) {
    const json = jsonSchemaOf(contract);
    const text = JSON.stringify({$id: `insight-elements/schemas/${name}.json`, ...json}, null, 2);
    await writeFile(at(`dist/schemas/${name}.json`), `${text}\n`);
  }
}

await rm(at('dist'), {recursive: true, force: true});
await buildModules();
const bundled = await Promise.all([
  buildScriptTag('insight-elements', 'src/define.ts'),
  ...names.map((name) => buildScriptTag(name, `src/charts/${name}/define.ts`)),
  buildMapping(),
  buildScriptTag('chinese', CHINESE),
]);
await Promise.all([
  writeLicences([...new Set(bundled.flat())].sort()),
  run('npx', ['tsc', '-p', 'tsconfig.build.json'], {cwd: at('.')}),
  run('npx', ['cem', 'analyze', '--quiet'], {cwd: at('.')}),
]);
await writeSchemas();

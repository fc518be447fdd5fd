/**
 * The test files as few scripts. A page that asks for its 200 modules one by one is slow, most of all in an engine that
 * is driven over a protocol: Firefox spent half of its time on that.
 */
import {readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {build} from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Served by the test runner itself. */
const isOfServer = (id) => id.startsWith('/__');

/** What package.json says of the library holds for no test: many of their files are imported for what they do. */
const keepImports = {
  name: 'keep-imports',
  transform: {filter: {id: /\.ts$/}, handler: (code) => ({code, moduleSideEffects: true})},
};

const testFiles = () =>
  readdirSync(`${root}test`, {recursive: true})
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => `test/${file}`);

async function outputOfBuild() {
  const {output} = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [keepImports],
    // As the test server resolves: see web-test-runner.config.mjs.
    resolve: {conditions: ['module', 'browser', 'development']},
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      modulePreload: false,
      // The policy of the pages allows no data: addresses.
      assetsInlineLimit: 0,
      sourcemap: 'inline',
      rolldownOptions: {
        input: Object.fromEntries(testFiles().map((file) => [file, root + file])),
        external: isOfServer,
        preserveEntrySignatures: false,
        output: {entryFileNames: '[name]', chunkFileNames: '__bundle__/[name]-[hash].js'},
      },
    },
  });
  return new Map(output.map((file) => [`/${file.fileName}`, file.code ?? file.source]));
}

/** Middleware of the test server: bundles once, and answers for each test file and for what they share. */
export function bundledTests() {
  const built = outputOfBuild();
  return async (context, next) => {
    const body = (await built).get(context.path);
    if (body === undefined) return next();
    context.type = /\.[jt]s$/.test(context.path) ? 'text/javascript' : 'application/octet-stream';
    context.body = body;
    // The port is another one in the next run.
    context.set('cache-control', 'max-age=3600');
    return undefined;
  };
}

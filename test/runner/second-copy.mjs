/**
 * The library a second time, as a page gets it from another team: bundled on its own, under a version of its own.
 * `/__copy__/9.9.9.js` registers all elements under that version.
 */
import {fileURLToPath} from 'node:url';
import {build} from 'vite';

const PREFIX = '/__copy__/';
const root = fileURLToPath(new URL('../../', import.meta.url));

const withVersion = (version) => ({
  name: 'with-version',
  transform: {
    filter: {id: /\/src\/version\.ts$/},
    handler: () => `export const VERSION = ${JSON.stringify(version)};`,
  },
});

async function bundled(version) {
  const [{output}] = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [withVersion(version)],
    // As pages get it. By itself the bundler takes development builds wherever NODE_ENV says anything but production.
    resolve: {conditions: ['module', 'browser', 'production']},
    build: {
      write: false,
      target: 'es2022',
      minify: false,
      lib: {entry: `${root}src/define.ts`, formats: ['es'], fileName: () => 'copy.js'},
      rolldownOptions: {output: {codeSplitting: false}},
    },
  });
  return output[0].code;
}

/** Middleware of the test server; each version is bundled once a run. */
export function secondCopies() {
  /** @type {Map<string, Promise<string>>} */
  const copies = new Map();
  return async (context, next) => {
    const version = context.path.startsWith(PREFIX) && /^([\d.]+)\.js$/.exec(context.path.slice(PREFIX.length))?.[1];
    if (!version) return next();
    const code = copies.get(version) ?? bundled(version);
    copies.set(version, code);
    context.type = 'text/javascript';
    context.body = await code;
    return undefined;
  };
}

/** Each contender as one self-contained module, built the way `npm run build` makes dist/<chart>.min.js. */
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {build} from 'vite';
import {packageNames} from '../../package-names.mjs';
import {isPart} from '../../script-parts.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param {string} chart folder under workloads
 * @param {string} file contender in that folder
 * @param {{minify?: boolean}} [options] not minified for profiles, which need names
 * @returns {Promise<{code: string, bytes: number, gzip: number}>}
 */
export async function bundle(chart, file, {minify = true} = {}) {
  const entry = fileURLToPath(new URL(`workloads/${chart}/${file}.js`, import.meta.url));
  const [{output}] = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    resolve: {alias: packageNames},
    define: {'process.env.NODE_ENV': '"production"'},
    build: {
      write: false,
      target: 'es2022',
      lib: {entry, formats: ['es'], fileName: () => `${file}.js`},
      minify,
      rolldownOptions: {external: isPart, output: {minify, codeSplitting: false}},
    },
  });
  const {code} = output[0];
  return {code, bytes: Buffer.byteLength(code), gzip: gzipSync(code, {level: 9}).length};
}

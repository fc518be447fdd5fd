import {defineConfig} from 'vite';
import {packageNames} from './package-names.mjs';

/** `npm start`: the demo pages on src/ itself; demo/data is served as /data. The library is built by `build.mjs`. */
export default defineConfig({
  root: 'demo',
  cacheDir: '../node_modules/.vite',
  resolve: {alias: [...packageNames]},
  server: {open: false, fs: {allow: ['..']}},
});

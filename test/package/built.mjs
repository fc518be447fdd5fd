/** What the tests of the package share: where it is and what it promises. They read dist/, which `npm test` builds. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

export const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const readText = (path) => readFileSync(at(path), 'utf8');

export const manifest = JSON.parse(readText('package.json'));

/** The charts of the sources, by their folders: a new chart is tested without a line here. */
export const charts = readdirSync(at('src/charts'), {withFileTypes: true})
  .filter((folder) => folder.isDirectory() && existsSync(at(`src/charts/${folder.name}/define.ts`)))
  .map(({name}) => name)
  .sort();

if (!existsSync(at('dist'))) throw new Error('there is no dist/: run npm run build first');

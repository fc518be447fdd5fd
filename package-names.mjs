import {existsSync, readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The package's names, so that demo pages and stories import what a reader of the README imports. */
export const packageNames = [
  {find: /^insight-elements$/, replacement: at('src/index.ts')},
  {find: /^insight-elements\/define\/([a-z-]+)$/, replacement: at('src/charts/$1/define.ts')},
  {find: /^insight-elements\/(define|static)$/, replacement: at('src/$1.ts')},
  {find: /^insight-elements\/mapping$/, replacement: at('src/mapping/index.ts')},
];

/** Every folder of src/charts that registers an element: a new chart needs no line here or in package.json. */
export function chartNames() {
  const folders = existsSync(at('src/charts')) ? readdirSync(at('src/charts'), {withFileTypes: true}) : [];
  return folders
    .filter((folder) => folder.isDirectory() && existsSync(at(`src/charts/${folder.name}/define.ts`)))
    .map(({name}) => name)
    .sort();
}

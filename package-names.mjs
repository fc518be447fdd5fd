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

const PARTS = {mapping: /\/mapping\/element(\.[jt]s)?$/, chinese: /\/(words-zh-cn|zh-cn|traditional)(\.[jt]s)?$/};

/**
 * Parts beside a script tag, each brought by the elements that need it: a map or a preset, a reader of Chinese.
 * @param {string} id a module
 * @returns {string | undefined} the part it belongs to; undefined for what every page loads
 */
export const partOf = (id) => Object.keys(PARTS).find((name) => PARTS[name].test(id));

/** @param {string} id a module */
export const isPart = (id) => partOf(id) !== undefined;

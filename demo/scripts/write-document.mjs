import {writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

/**
 * Writes a chart document with one row a line, so that a change of one number is a change of one line.
 * @param {Record<string, unknown>} document
 * @returns {string} JSON text
 */
export function documentText(document) {
  const members = Object.entries(document).map(([name, value]) => `  ${JSON.stringify(name)}: ${valueText(value)}`);
  return `{\n${members.join(',\n')}\n}\n`;
}

/**
 * @param {string} name file name inside demo/data
 * @param {Record<string, unknown>} document
 */
export function writeDocument(name, document) {
  writeFileSync(new URL(`../data/${name}`, import.meta.url), documentText(document));
}

/**
 * @param {string} moduleUrl `import.meta.url` of the asking module
 * @returns {boolean} whether that module is the one that Node was started with
 */
export function isCommand(moduleUrl) {
  return process.argv[1] === fileURLToPath(moduleUrl);
}

function valueText(value) {
  if (!Array.isArray(value) || typeof value[0] !== 'object') return inline(value);
  return `[\n${value.map((row) => `    ${inline(row)}`).join(',\n')}\n  ]`;
}

function inline(value) {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}: ${inline(member)}`).join(', ')}}`;
}

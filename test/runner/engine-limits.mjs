/** What the tests cannot ask of an engine: the one list, test/support/engine-limits.json, as the runner reads it. */
import {readFileSync} from 'node:fs';

const {abilities, cannot} = JSON.parse(readFileSync(new URL('../support/engine-limits.json', import.meta.url), 'utf8'));

/**
 * @param {string} engine
 * @returns {string[]} what the engine cannot do; empty for one that is not listed
 */
export const limitsOf = (engine) => cannot[engine] ?? [];

/** One line for each thing that an engine cannot do. */
export const limitsInWords = (engine) => limitsOf(engine).map((ability) => `${ability}: ${abilities[ability]}`);

/** What a test needs by its title, where the engine cannot do it: see `itNeeds`. */
export function beyond(engine, title) {
  const ability = /\(needs ([\w-]+)\)$/.exec(title)?.[1];
  return limitsOf(engine).includes(ability) ? ability : undefined;
}

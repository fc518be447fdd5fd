import {loadPreset, readRows, type ReadOptions, type Reading} from '../../src/mapping/index.js';

/** Reads a body after loading the preset that the options name. */
export async function readingOf(body: unknown, options: ReadOptions): Promise<Reading> {
  if (typeof options.preset === 'string') await loadPreset(options.preset);
  return readRows(body, options);
}

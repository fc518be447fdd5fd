import {loadPreset, readRows, type ReadOptions, type Reading, type Row} from '../../src/mapping/index.js';

/** Reads a body after loading the preset that the options name. */
export async function readingOf(body: unknown, options: ReadOptions): Promise<Reading> {
  if (typeof options.preset === 'string') await loadPreset(options.preset);
  return readRows(body, options);
}

/** The rows of a body that must be read without any trouble. */
export async function rowsOf(body: unknown, options: ReadOptions): Promise<readonly Row[]> {
  const {kind, issues, rows} = await readingOf(body, options);
  if (kind !== 'rows' || issues.length) throw new Error(`not read: ${kind} ${JSON.stringify(issues)}`);
  return rows;
}

import type {Decoded, TextHints} from './reading.js';

/**
 * Reads a text body: JSON, NDJSON (one value a line), the `google.visualization.Query.setResponse(…)` wrapper, CSV or
 * TSV (a list of records by the header's names; an empty cell is null). What is no text is JSON already.
 */
export function decode(given: unknown, {format, contentType = '', decimal}: TextHints): Decoded {
  if (typeof given !== 'string') return {body: given};
  const text = given.replace(/^\ufeff/, '').trim();
  if (!text) return {code: 'no_rows', path: ''};
  // The first character decides before anything is parsed: no table starts with a tag.
  if (text.startsWith('<')) return {code: 'sign_in_page', path: ''};
  const kind = format ?? /ndjson|jsonl|csv|tab-separated/.exec(contentType.toLowerCase())?.[0] ?? 'json';
  return (READERS[kind] ?? json)(text, decimal);
}

const READERS: Readonly<Record<string, (text: string, decimal?: string) => Decoded>> = {
  ndjson: lines,
  jsonl: lines,
  csv: (text, decimal) => csv(text, separatorOf(text, decimal)),
  tsv: (text) => csv(text, '\t'),
  'tab-separated': (text) => csv(text, '\t'),
  gviz: (text) => json(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'))),
};

/** Some servers put `)]}'` before JSON so that it cannot be run as a script. */
function json(text: string): Decoded {
  try {
    return {body: JSON.parse(text.replace(/^\)\]\}'.{0,9}/, ''))};
  } catch {
    return {code: 'not_json', path: ''};
  }
}

function lines(text: string): Decoded {
  const body: unknown[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const value = line.trim() ? json(line) : undefined;
    if (value?.code) return {...value, path: String(index)};
    if (value) body.push(value.body);
  }
  return {body};
}

function separatorOf(text: string, decimal?: string): string {
  const header = text.split('\n', 1)[0]!;
  return (decimal === ',' ? [';', '\t'] : [',', ';', '\t']).find((mark) => header.includes(mark)) ?? ',';
}

/**
 * RFC 4180. Text split at its quotes alternates between outside and inside; nothing outside between two insides is a
 * quote that was doubled. A quote that does not close, or a line with more cells than the header (an unquoted
 * separator, so cells have shifted), breaks the whole.
 */
function csv(text: string, separator: string): Decoded {
  const parts = text.split('"');
  if (parts.length % 2 === 0) return {code: 'broken_csv', path: ''};
  const table = [['']];
  for (const [index, part] of parts.entries()) {
    const line = table.at(-1)!;
    if (index % 2) line.push(line.pop()! + part);
    else if (!part && index && index < parts.length - 1) line.push(`${line.pop()!}"`);
    else
      addCells(
        table,
        part
          .replace(/\r/g, '')
          .split('\n')
          .map((one) => one.split(separator)),
      );
  }
  const [header = [], ...rest] = table.filter((line) => line.join(''));
  const odd = rest.findIndex((line) => line.length > header.length);
  if (odd >= 0) return {code: 'broken_csv', path: String(odd)};
  // From the last, so that the first of two equal names wins.
  const record = (line: readonly string[]) =>
    header.map((name, at) => [name.trim(), line[at] === '' ? null : line[at]] as const);
  return {body: rest.map((line) => Object.fromEntries(record(line).reverse()))};
}

function addCells(table: string[][], [first = [], ...rest]: readonly string[][]): void {
  const line = table.at(-1)!;
  line.push(line.pop()! + first[0]!, ...first.slice(1));
  for (const one of rest) table.push([...one]);
}

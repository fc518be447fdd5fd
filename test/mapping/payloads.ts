import expected from './payloads/expected.json';

/** A stored response body with what it must be read as. */
export interface Payload {
  readonly file: string;
  readonly source: string;
  readonly expected: Readonly<Record<string, unknown>> & {readonly chart: string};
}

export const PAYLOADS: readonly Payload[] = expected.payloads;

export const addressOf = (file: string): string => new URL(`./payloads/${file}.body`, import.meta.url).href;

/** The body as a source would hand it on: text that is no JSON document stays text. */
export async function bodyOf(file: string): Promise<unknown> {
  const text = await (await fetch(addressOf(file))).text();
  return file.endsWith('.json') ? (JSON.parse(text) as unknown) : text;
}

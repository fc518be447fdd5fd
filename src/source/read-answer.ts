import type {DataIssue} from '../validation/data-issue.js';

/** More than this is not a summary for a chart, and reading it would freeze the page. */
const MAX_MEGABYTES = 64;
const MAX_BYTES = MAX_MEGABYTES * 1024 * 1024;

/** The text of an answer, or why it cannot be read. */
export type TextReading = {readonly text: string} | {readonly issue: DataIssue};

/** Media types that hold no text, so that reading them would be waste. */
const NOT_TEXT = /^(?:image|audio|video|font|multipart)\/|^application\/(?:pdf|zip|gzip)\b/i;
/** Markup that is data, not a page for people. */
const XML = /^(?:application|text)\/xml\b/i;
const CHARSET = /;\s*charset="?([\w-]+)/i;
const SPACE = [0x09, 0x0a, 0x0d, 0x20];
/** Bytes that byte-order marks are made of, and the zeros between the letters of UTF-16. */
const MARK = [0x00, 0xef, 0xbb, 0xbf, 0xfe, 0xff];
const LESS_THAN = 0x3c;

export const contentTypeOf = (response: Response): string => response.headers.get('content-type') ?? '';

/**
 * Reads the text of an answer while it arrives: a web page is recognised by its first sign and too much by its length,
 * not after the whole of it has come. Never throws.
 * @param signal when aborted, reading ends
 */
export async function readAnswer(response: Response, signal: AbortSignal): Promise<TextReading> {
  const contentType = contentTypeOf(response);
  if (NOT_TEXT.test(contentType)) return {issue: {path: '', code: 'not_json', got: contentType}};
  if (Number(response.headers.get('content-length')) > MAX_BYTES) return {issue: tooLarge};
  const bytes = new ReceivedBytes(contentType);
  try {
    const issue = await receive(response, {bytes, signal});
    return issue ? {issue} : bytes.read();
  } catch {
    return {issue: {path: '', code: 'truncated'}};
  }
}

interface Receiving {
  readonly bytes: ReceivedBytes;
  readonly signal: AbortSignal;
}

async function receive(response: Response, {bytes, signal}: Receiving): Promise<DataIssue | null> {
  const reader = response.body?.getReader();
  if (!reader) return null;
  // Stops a download that nobody needs; a response that the page's own loader made need not know the signal.
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined), {once: true});
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const issue = bytes.take(part.value);
    if (issue) return issue;
  }
  return null;
}

const tooLarge: DataIssue = {path: '', code: 'too_large', expected: String(MAX_MEGABYTES)};

class ReceivedBytes {
  readonly #contentType: string;
  readonly #parts: Uint8Array[] = [];
  #length = 0;
  #hasText = false;

  constructor(contentType: string) {
    this.#contentType = contentType;
  }

  /** Keeps another part; returns the issue that makes the rest unnecessary. */
  take(part: Uint8Array): DataIssue | null {
    this.#parts.push(part);
    this.#length += part.length;
    if (this.#length > MAX_BYTES) return tooLarge;
    return this.#hasText ? null : this.#firstSignIssue(part);
  }

  #firstSignIssue(part: Uint8Array): DataIssue | null {
    const first = part.find((byte) => !SPACE.includes(byte) && !MARK.includes(byte));
    this.#hasText = first !== undefined;
    if (first !== LESS_THAN) return null;
    const code = XML.test(this.#contentType) ? 'not_json' : 'sign_in';
    return {path: '', code, got: this.#contentType || '<'};
  }

  read(): TextReading {
    if (!this.#hasText) return {issue: {path: '', code: 'empty_body'}};
    const all = new Uint8Array(this.#length);
    let place = 0;
    for (const part of this.#parts) {
      all.set(part, place);
      place += part.length;
    }
    const text = textOf(all, CHARSET.exec(this.#contentType)?.[1]);
    return text === null ? {issue: {path: '', code: 'bad_encoding'}} : {text};
  }
}

/**
 * JSON is UTF-8 whatever the server declares, and many declare a wrong default; so the declared encoding only serves
 * where UTF-8 does not fit.
 */
function textOf(bytes: Uint8Array, declared: string | undefined): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be');
  return decoded(bytes, 'utf-8') ?? (declared ? decoded(bytes, declared) : null);
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    // As a stream, so that a last character cut in two is left out: the reader then finds that the end is missing.
    return new TextDecoder(encoding, {fatal: true}).decode(bytes, {stream: true});
  } catch {
    return null;
  }
}

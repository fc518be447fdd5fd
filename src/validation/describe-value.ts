/** No more than this of a value is shown or sent on: issues end up in logs, and logs must not carry customers. */
const MAX_LENGTH = 80;

/** A value from outside as short text: `"abc"`, `-3`, `NaN`, `{…}`, `[…]`. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return value.length ? '[…]' : '[]';
  if (typeof value === 'object' && value !== null) return '{…}';
  return shortened(String(value), MAX_LENGTH);
}

/** Text in quotes; an escaped character counts as what it is written with. */
function quoted(text: string): string {
  const written = JSON.stringify(text.slice(0, MAX_LENGTH));
  return written.length <= MAX_LENGTH ? written : `${shortened(written.slice(0, -1), MAX_LENGTH - 1)}"`;
}

/** Text cut to a number of UTF-16 units, never inside a surrogate pair, with an ellipsis where it was cut. */
export const shortened = (text: string, length = MAX_LENGTH): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

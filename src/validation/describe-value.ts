/** No more than this of a value is shown or sent on: issues end up in logs, and logs must not carry customers. */
const MAX_LENGTH = 80;

/** A value from outside as short text: `"abc"`, `-3`, `NaN`, `{…}`, `[…]`. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shortened(value, MAX_LENGTH - 2));
  if (Array.isArray(value)) return value.length ? '[…]' : '[]';
  if (typeof value === 'object' && value !== null) return '{…}';
  return shortened(String(value), MAX_LENGTH);
}

/** Text cut to a number of UTF-16 units, never inside a surrogate pair, with an ellipsis where it was cut. */
export const shortened = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

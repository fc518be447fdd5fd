/**
 * The state of an element, always exactly one of these.
 * `waiting`: nothing given yet · `loading` · `ready`: the picture is right · `empty`: valid, nothing to show ·
 * `partial`: drawn without some rows, the notes say which · `stale`: the last good picture, and why it is old ·
 * `invalid`: the data are not the contract, `issues` says where · `failed`: the data did not arrive.
 */
export const STATUSES = ['waiting', 'loading', 'ready', 'empty', 'partial', 'stale', 'invalid', 'failed'] as const;
/** One of `STATUSES`. */
export type Status = (typeof STATUSES)[number];

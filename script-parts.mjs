/** What stands beside a script tag in a file of its own: see build.mjs. */
const PARTS = {mapping: /\/mapping\/element(\.[jt]s)?$/, chinese: /\/(words-zh-cn|zh-cn|traditional)(\.[jt]s)?$/};

/**
 * Parts beside a script tag, each brought by the elements that need it: a map or a preset, a reader of Chinese.
 * @param {string} id a module
 * @returns {string | undefined} the part it belongs to; undefined for what every page loads
 */
export const partOf = (id) => Object.keys(PARTS).find((name) => PARTS[name].test(id));

/** @param {string} id a module */
export const isPart = (id) => partOf(id) !== undefined;

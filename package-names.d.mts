export const packageNames: readonly {readonly find: RegExp; readonly replacement: string}[];
export function chartNames(): readonly string[];

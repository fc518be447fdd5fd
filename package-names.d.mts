export const packageNames: readonly {readonly find: RegExp; readonly replacement: string}[];
export function chartNames(): readonly string[];
export function partOf(id: string): string | undefined;
export function isPart(id: string): boolean;

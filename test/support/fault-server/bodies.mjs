/** What the fault server answers with, before it is spoilt. */
import {existsSync, readFileSync} from 'node:fs';

const DATA = new URL('../../../demo/data/', import.meta.url);
const NAME = /^[a-z0-9-]+$/;

/** Holds a character of three bytes, so that a cut can fall inside one. */
const SMALL = Buffer.from('{"rows":[{"rung":"prospect","count":12},{"rung":"客户","count":3}]}\n');

/** The document of demo/data by a name without its ending; a small one where there is none of that name. */
export function bodyOf(name) {
  const file = NAME.test(name ?? '') ? new URL(`${name}.json`, DATA) : undefined;
  return file && existsSync(file) ? readFileSync(file) : SMALL;
}

export const loginPage = Buffer.from(
  '\n<!DOCTYPE html>\n<html lang="en"><head><title>Sign in</title></head><body><form><input name="user"></form></body></html>\n',
);

export const errorPage = (status) =>
  Buffer.from(`<!DOCTYPE html>\n<html lang="en"><head><title>Error ${status}</title></head><body></body></html>\n`);

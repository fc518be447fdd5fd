/** Every ban of eslint.bans.js on a line that breaks it, and lines beside them that are allowed. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ESLint} from 'eslint';
import tseslint from 'typescript-eslint';

const SYNTAX = 'no-restricted-syntax';
const IMPORTS = '@typescript-eslint/no-restricted-imports';
const PROPERTIES = 'no-restricted-properties';

const banned = [
  ['innerHTML', 'element.innerHTML = text;', SYNTAX],
  ['outerHTML', 'element.outerHTML = text;', SYNTAX],
  ['a sink by its name in brackets', "element['innerHTML'] = text;", SYNTAX],
  ['a sink given by Object.assign', 'Object.assign(element, {innerHTML: text});', SYNTAX],
  ['a sink bound in a template', 'html`<p .innerHTML=${text}></p>`;', SYNTAX],
  ['an inline handler', 'html`<p onclick="go()"></p>`;', SYNTAX],
  ['insertAdjacentHTML', "element.insertAdjacentHTML('beforeend', text);", SYNTAX],
  ['setHTMLUnsafe', 'element.setHTMLUnsafe(text);', SYNTAX],
  ['a parsed document', "new DOMParser().parseFromString(text, 'text/html');", SYNTAX],
  ['document.write', 'document.write(text);', SYNTAX],
  ['unsafeHTML', "import {unsafeHTML} from 'lit/directives/unsafe-html.js';", IMPORTS],
  ['unsafeSVG', "import {unsafeSVG} from 'lit/directives/unsafe-svg.js';", IMPORTS],
  ['unsafeStatic', "import {unsafeStatic} from 'lit/static-html.js';", IMPORTS],
  ['styleMap', "import {styleMap} from 'lit/directives/style-map.js';", IMPORTS],
  ['a style attribute', 'html`<p style="color: red"></p>`;', SYNTAX],
  ['a bound style attribute', 'html`<p class="a" style=${text}></p>`;', SYNTAX],
  ['a style element', 'html`<style></style>`;', SYNTAX],
  ['a style set as an attribute', "element.setAttribute('style', text);", SYNTAX],
  ['the whole of zod', "import * as z from 'zod';", IMPORTS],
  ['another door to zod', "import * as z from 'zod/v4';", IMPORTS],
  ['names from zod/mini', "import {z} from 'zod/mini';", SYNTAX],
  ['the default of zod/mini', "import z from 'zod/mini';", SYNTAX],
  ['all of D3', "import {max} from 'd3';", IMPORTS],
  ['a heavy scale', "import {scaleLinear} from 'd3-scale';", IMPORTS],
  ...['selection', 'transition', 'fetch', 'axis', 'zoom', 'brush', 'drag'].map((part) => [
    `d3-${part}`,
    `import {x} from 'd3-${part}';`,
    IMPORTS,
  ]),
  ['a file named utils', "import {x} from '../utils.js';", IMPORTS],
  ['eval', 'eval(text);', 'no-eval'],
  ['new Function', 'new Function(text);', 'no-new-func'],
  ['a timer on text', "setTimeout('go()', 10);", SYNTAX],
  ['a pattern from data', 'new RegExp(text);', SYNTAX],
  ['a pattern from data, called', 'RegExp(text);', SYNTAX],
  ['the clock', 'Date.now();', PROPERTIES],
  ['the clock as a date', 'new Date();', SYNTAX],
  ['chance', 'Math.random();', PROPERTIES],
  ['strong chance', 'crypto.randomUUID();', SYNTAX],
  ['for…in', 'for (const key in row) use(key);', SYNTAX],
  ['an enum', 'enum Rung { Client }', SYNTAX],
  ['any', 'let x: any;', '@typescript-eslint/no-explicit-any'],
  ['four parameters', 'export function f(a: 1, b: 1, c: 1, d: 1): void {}', 'max-params'],
  ['eleven ways through', `export const f = (a: boolean): boolean => ${'a && '.repeat(10)}a;`, 'complexity'],
  ['51 lines in a function', `export function f(): void {\n${'go();\n'.repeat(50)}}`, 'max-lines-per-function'],
  ['251 lines in a file', 'go();\n'.repeat(251), 'max-lines'],
  ['a note on the console', "console.log('here');", 'no-console'],
  ['a link that runs script', "link.href = 'javascript:go()';", 'no-script-url'],
  ['the prototype', 'row.__proto__ = other;', 'no-proto'],
];

const allowed = [
  ['zod/mini as a namespace', "import * as z from 'zod/mini';"],
  ['a light scale', "import {scaleBand} from 'd3-scale';"],
  ['the type of a scale', "import type {ScaleLinear} from 'd3-scale';"],
  ['a style property', 'html`<p .style=${text}></p>`;'],
  ['a stylesheet of the class', 'css`:host { display: block }`;'],
  ['a day from data', 'new Date(text);'],
  ['a literal pattern', '/^a$/.test(text);'],
];

const onText = {
  ...tseslint.configs.disableTypeChecked,
  languageOptions: {parserOptions: {projectService: false, program: null}},
};
const eslint = new ESLint({overrideConfig: onText});

async function brokenRules(code) {
  const [{messages}] = await eslint.lintText(`${code}\n`, {filePath: 'src/example.ts'});
  assert.deepEqual(
    messages.filter(({fatal}) => fatal),
    [],
  );
  return messages.map(({ruleId}) => ruleId);
}

describe('sources may not hold', () => {
  for (const [name, code, rule] of banned) {
    it(name, async () => assert.ok((await brokenRules(code)).includes(rule)));
  }
});

describe('sources may hold', () => {
  for (const [name, code] of allowed) {
    it(name, async () => {
      const ours = [SYNTAX, IMPORTS, PROPERTIES];
      assert.deepEqual(
        (await brokenRules(code)).filter((rule) => ours.includes(rule)),
        [],
      );
    });
  }
});

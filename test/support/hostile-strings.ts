/*
 * Texts that have broken charts, tables, mails and spreadsheets. Whatever they hold, a reader must see them as text. Code
 * among them calls `hostileCode`, which the tests listen to.
 */

declare global {
  var hostileCode: (() => void) | undefined;
}

const RUN = 'globalThis.hostileCode()';

/** Elements that run script when they become markup. */
const ELEMENTS = [
  `<script>${RUN}</script>`,
  `<img src=x onerror="${RUN}">`,
  `<img src=x onerror=${RUN}//`,
  `<svg onload="${RUN}">`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><animate onbegin="${RUN}" attributeName=x dur=1s>`,
  `<svg><a xlink:href="javascript:${RUN}"><text>x</text></a></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg' onload='${RUN}'/>#x"/></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.hostileCode()</script>"></iframe></foreignObject></svg>`,
  `<iframe srcdoc="<script>parent.hostileCode()</script>"></iframe>`,
  `<iframe src="javascript:parent.hostileCode()"></iframe>`,
  `<body onload="${RUN}">`,
  `<input autofocus onfocus="${RUN}">`,
  `<details open ontoggle="${RUN}">`,
  `<video><source onerror="${RUN}"></video>`,
  `<math><mtext><mglyph><style><img src=x onerror="${RUN}"></style></mglyph></mtext></math>`,
  `<a href="javascript:${RUN}" autofocus>x</a>`,
  `<object data="javascript:${RUN}"></object>`,
  `<style>*{background:red!important}</style>`,
  `<link rel=stylesheet href="data:text/css,*{display:none}">`,
  `<base href="https://example.invalid/">`,
  `<meta http-equiv=refresh content="0;url=javascript:${RUN}">`,
  `<form action="javascript:${RUN}"><button>x</button></form>`,
  `<template shadowrootmode=open><script>${RUN}</script></template>`,
  `<insight-loyalty-ladder src="https://example.invalid/"></insight-loyalty-ladder>`,
];

/** What may stand before them to leave the place a text was put into. */
const ESCAPES = ['', '"', "'", '">', "'>", '</text>', '</title>', '</svg>', '-->', ']]>', '`', '\\"'];

const SCRIPT = 'javascript';
const ADDRESSES = [
  `${SCRIPT}:`,
  `${SCRIPT.toUpperCase()}:`,
  'java\tscript:',
  'java\nscript:',
  '\u0001javascript:',
  ' javascript:',
]
  .flatMap((scheme) => [`${scheme}${RUN}`, `${scheme}//%0a${RUN}`])
  .concat(
    `javascript&colon;${RUN}`,
    `&#106;avascript:${RUN}`,
    `&#x6A;avascript:${RUN}`,
    `vbscript:${RUN}`,
    `data:text/html,<script>${RUN}</script>`,
    `data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==`,
    `blob:null/${RUN}`,
    'file:///etc/passwd',
    '//example.invalid/x',
    'https://example.invalid/?a=1&b=2',
  );

const ATTRIBUTES = ['onclick', 'onmouseover', 'onfocus', 'style', 'href', 'xlink:href', 'part', 'slot', 'id', 'class']
  .flatMap((name) => [`x" ${name}="${RUN}" y="`, `x' ${name}='${RUN}' y='`])
  .concat(`url(javascript:${RUN})`, `url("data:image/svg+xml,x")`, `expression(${RUN})`, 'red;}*{display:none}', '}');

const TEMPLATES = [
  `{{${RUN}}}`,
  `\${${RUN}}`,
  `<%= ${RUN} %>`,
  `#{${RUN}}`,
  `{%${RUN}%}`,
  '{{constructor.constructor("1")()}}',
];
const MORE_TEMPLATES = [
  '[[x]]',
  '%s%s%n',
  '%d',
  '%00',
  '$&',
  "$'",
  '$`',
  '$1',
  '\\1',
  '\\u0041',
  '\\x41',
  '&lt;b&gt;',
  '&amp;amp;',
];

const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '=HYPERLINK("http://x","y")',
  '=cmd|"/C calc"!A0',
  '-2+3+cmd',
];
const MORE_FORMULAS = [
  '+',
  '=',
  '@',
  '-',
  '=1,2',
  '="a""b"',
  'a,b',
  'a;b',
  'a"b',
  'a""b',
  'a\nb',
  'a\r\nb',
  "'=1",
  ' =1',
  '\ufeff=1',
];

const KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'then',
  'length',
  '__defineGetter__',
];
const WORDS = [
  'null',
  'undefined',
  'true',
  'NaN',
  'Infinity',
  '-Infinity',
  '0',
  '-0',
  '1e400',
  '0x10',
  '[object Object]',
  'none',
];
const PLACES = [
  '',
  ' ',
  '\u00a0',
  '\u2003',
  '\t',
  '\n',
  '.',
  '..',
  '/',
  '\\',
  '../../x',
  'C:\\',
  'a/b',
  '#',
  '?',
  '*',
  '|',
  ':',
  ';',
];

/** Texts that fonts, bidi, line breaking and equality find hard. */
const SCRIPTS = [
  ...[
    '客户关系',
    '會員',
    'ﻫﺬﺍ عربي',
    'עברית',
    'ไทยไม่มีเว้นวรรค',
    'हिन्दी',
    '日本語ー',
    '한국어',
    'Ω≈ç√∫',
    'ﬁnance',
    'Straße',
    'İstanbul',
  ],
  ...[
    '\u202eevil\u202c',
    '\u202aabc',
    '\u2066abc',
    '\u200fabc\u200e',
    '\u200b',
    '\u200d',
    '\ufeff',
    '\u00ad',
    '\u2028',
    '\u2029',
  ],
  ...[
    '\u0000',
    '\u0001',
    '\u0007',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\ufffe',
    '\uffff',
    '\ud800',
    '\udc00',
    'a\ud83d',
    '\udbff\udfff',
  ],
  ...['👩‍👩‍👧‍👦', '🇩🇪🇩', '👍🏽', '❤️', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢', 'é', 'e\u0301', '１２３', '١٢٣', '½', '²', '𝒳', '﷽', '︎', '\u0336\u0336\u0336'],
];

const LONG = [
  'x'.repeat(10_000),
  '客'.repeat(3_000),
  'a '.repeat(5_000),
  '\n'.repeat(10_000),
  '<b>'.repeat(2_000),
  '"'.repeat(2_000),
  '\ud800'.repeat(500),
];

/** All of them, each once; at least 300. */
export const hostileStrings: readonly string[] = [
  ...new Set([
    ...ESCAPES.flatMap((escape, index) =>
      ELEMENTS.filter((_, at) => index === 0 || at % 2 === index % 2).map((one) => escape + one),
    ),
    ...ADDRESSES,
    ...ATTRIBUTES,
    ...TEMPLATES,
    ...MORE_TEMPLATES,
    ...FORMULAS,
    ...MORE_FORMULAS,
    ...KEYS,
    ...WORDS,
    ...PLACES,
    ...SCRIPTS,
    ...LONG,
  ]),
];

if (hostileStrings.length < 300) throw new Error(`only ${hostileStrings.length} hostile strings`);

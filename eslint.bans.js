/**
 * What our own sources may not do, each with the reason, so that the message tells what to write instead.
 * `test/package/bans.test.mjs` shows that every one of them bites.
 */

const SINKS = [
  'innerHTML',
  'outerHTML',
  'srcdoc',
  'insertAdjacentHTML',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'createContextualFragment',
  'parseFromString',
  'execCommand',
];
const SINK_NAMES = `/^(${SINKS.join('|')})$/`;
const SINK_MESSAGE = 'Data never becomes markup: write text nodes or attributes.';

const TEMPLATES = 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement';
const CSP_MESSAGE =
  'A strict Content-Security-Policy blocks it: use static styles, classMap or presentation attributes.';

/** d3-scale's continuous scales pull in formatting and interpolation, 8 kB of it. */
const LIGHT_SCALES = ['scaleBand', 'scalePoint', 'scaleOrdinal', 'scaleThreshold'];

/** D3 computes and Lit draws; from zod only the light half. */
export const restrictedImports = {
  paths: [
    {name: 'zod', message: "Write import * as z from 'zod/mini': the whole of zod weighs four times as much."},
    {name: 'd3', message: 'Import from the module, for example d3-array.'},
    {
      name: 'd3-scale',
      allowImportNames: LIGHT_SCALES,
      allowTypeImports: true,
      message: 'Continuous scales weigh 8 kB; a linear scale is one line of arithmetic.',
    },
    {name: 'lit/static-html.js', message: 'Templates are fixed; nothing is inserted unescaped.'},
    {name: 'lit-html/static.js', message: 'Templates are fixed; nothing is inserted unescaped.'},
  ],
  patterns: [
    {regex: '^zod/(?!mini$)', message: "Write import * as z from 'zod/mini'."},
    {
      regex: '^d3-(selection|transition|fetch|axis|zoom|brush|drag)',
      message: 'D3 computes, Lit draws: nothing from D3 touches the page.',
    },
    {regex: '(unsafe-html|unsafe-svg|unsafe-mathml|unsafe-static)', message: SINK_MESSAGE},
    {regex: 'style-map', message: CSP_MESSAGE},
    {regex: '/(utils?|helpers?|manager)\\.js$', message: 'Name the file after what it knows.'},
  ],
};

const unsafeMarkup = [
  {selector: `MemberExpression[property.name=${SINK_NAMES}]`, message: SINK_MESSAGE},
  {selector: `MemberExpression > Literal.property[value=${SINK_NAMES}]`, message: SINK_MESSAGE},
  {selector: `ObjectExpression > Property[key.name=${SINK_NAMES}]`, message: SINK_MESSAGE},
  {selector: `ImportSpecifier[imported.name=/^unsafe(HTML|SVG|MathML|Static)$/]`, message: SINK_MESSAGE},
  {selector: `${TEMPLATES}[value.raw=/[.](innerHTML|outerHTML|srcdoc)\\s*=/i]`, message: SINK_MESSAGE},
  {
    selector: `${TEMPLATES}[value.raw=/\\son[a-z]+\\s*=/i]`,
    message: 'Listen with @event: inline handlers are blocked.',
  },
  {
    selector: `CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]`,
    message: SINK_MESSAGE,
  },
];

const blockedStyles = [
  {selector: `ImportSpecifier[imported.name='styleMap']`, message: CSP_MESSAGE},
  {selector: `${TEMPLATES}[value.raw=/(^|[\\s"'])style\\s*=/i]`, message: CSP_MESSAGE},
  {selector: `${TEMPLATES}[value.raw=/<style/i]`, message: CSP_MESSAGE},
  {
    selector: `CallExpression[callee.property.name='setAttribute'][arguments.0.value=/^(style|on.*)$/i]`,
    message: CSP_MESSAGE,
  },
];

const REGEXP_MESSAGE = 'No regular expression from data: write it as a literal.';
const regexFromData = ['NewExpression', 'CallExpression'].map((kind) => ({
  selector: `${kind}[callee.name='RegExp']:not([arguments.0.type='Literal'])`,
  message: REGEXP_MESSAGE,
}));

const TIME_MESSAGE = 'Charts know no clock: time comes with the data or as a parameter.';
const clockAndChance = [
  {selector: `NewExpression[callee.name='Date'][arguments.length=0]`, message: TIME_MESSAGE},
  {selector: `CallExpression[callee.name='Date']`, message: TIME_MESSAGE},
  {
    selector: `MemberExpression[object.name='crypto'][property.name=/^(getRandomValues|randomUUID)$/]`,
    message: 'Same data, same picture: chance comes in as a parameter.',
  },
];

const stringTimers = {
  selector: `CallExpression[callee.name=/^set(Timeout|Interval)$/][arguments.0.type=/^(Literal|TemplateLiteral)$/]`,
  message: 'A timer takes a function, never text.',
};

const namespaceOnly = {
  selector: `ImportDeclaration[source.value='zod/mini'] > :not(ImportNamespaceSpecifier).specifiers`,
  message: "Write import * as z from 'zod/mini', so that bundlers drop what is not used.",
};

const inheritedKeys = {
  selector: 'ForInStatement',
  message: 'for…in also walks inherited keys: use Object.entries.',
};

const enums = {
  selector: 'TSEnumDeclaration',
  message: 'A union of texts says the same, weighs nothing and travels as JSON.',
};

export const restrictedSyntax = [
  ...unsafeMarkup,
  ...blockedStyles,
  ...regexFromData,
  ...clockAndChance,
  stringTimers,
  namespaceOnly,
  inheritedKeys,
  enums,
];

export const restrictedProperties = [
  {object: 'Date', property: 'now', message: TIME_MESSAGE},
  {object: 'Math', property: 'random', message: 'Same data, same picture: chance comes in as a parameter.'},
];

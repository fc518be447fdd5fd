/** Who may import whom. The list of files that know the page is the one of tsconfig.pure.json: said once. */
const {join} = require('node:path');
const ts = require('typescript');

const {config} = ts.readConfigFile(join(__dirname, 'tsconfig.pure.json'), ts.sys.readFile);
const asPattern = (glob) => {
  const escaped = glob.split('**').map((part) => part.replaceAll('.', '\\.').replaceAll('*', '[^/]+'));
  return `^${escaped.join('.+')}$`;
};
const PAGE_FILES = config.exclude.map(asPattern);
const SHARED = '^src/(chart|scene|guides|statistics|table|mapping|validation|locale|theme)/';

module.exports = {
  forbidden: [
    {name: 'no-cycle', severity: 'error', from: {path: '^src/'}, to: {circular: true}},
    {
      name: 'charts-stand-alone',
      comment: 'A chart never imports another chart; what a third chart wants moves to a shared folder.',
      severity: 'error',
      from: {path: '^src/charts/([^/]+)/'},
      to: {path: '^src/charts/([^/]+)/', pathNot: '^src/charts/$1/'},
    },
    {
      name: 'charts-ignore-the-list',
      severity: 'error',
      from: {path: '^src/charts/[^/]+/'},
      to: {path: '^src/(charts/)?(index|define|static)\\.ts$'},
    },
    {
      name: 'shared-ignores-charts',
      comment: 'Shared code never branches on a chart, so it cannot know one.',
      severity: 'error',
      from: {path: SHARED},
      to: {path: '^src/(charts/|(index|define|static)\\.ts$)'},
    },
    {
      name: 'pure-without-page',
      comment: 'Pure files run in Node: no Lit, and no file that knows the page.',
      severity: 'error',
      from: {path: '^src/', pathNot: PAGE_FILES},
      to: {path: ['(^|/)node_modules/(@lit|lit|lit-html|lit-element)/', ...PAGE_FILES]},
    },
    {
      name: 'statistics-know-numbers-only',
      severity: 'error',
      from: {path: '^src/statistics/'},
      to: {path: '^src/', pathNot: '^src/statistics/'},
    },
    {
      name: 'no-heavy-or-drawing-package',
      severity: 'error',
      from: {path: '^src/'},
      to: {path: 'node_modules/(d3|d3-(selection|transition|fetch|axis|zoom|brush|drag))/'},
    },
    {
      name: 'only-shipped-packages',
      comment: 'What src imports at run time must be a dependency, or an installer gets a broken package.',
      severity: 'error',
      from: {path: '^src/'},
      to: {dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'], dependencyTypesNot: ['type-only']},
    },
    {name: 'resolvable', severity: 'error', from: {path: '^src/'}, to: {couldNotResolve: true}},
    {
      name: 'named-after-what-it-knows',
      severity: 'error',
      from: {path: '^src/'},
      to: {path: '^src/.*(utils?|helpers?|manager|common|misc)(/|\\.ts$)'},
    },
  ],
  options: {
    doNotFollow: {path: 'node_modules'},
    tsConfig: {fileName: join(__dirname, 'tsconfig.json')},
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {conditionNames: ['import', 'types', 'browser', 'default']},
  },
};

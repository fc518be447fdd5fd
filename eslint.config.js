import {defineConfig, globalIgnores} from 'eslint/config';
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import {restrictedImports, restrictedProperties, restrictedSyntax} from './eslint.bans.js';

/** Holds for every file, whoever reads it. */
const everywhere = {
  rules: {
    complexity: ['error', 10],
    eqeqeq: 'error',
    'max-lines': ['error', 250],
    'max-params': ['error', 3],
    'no-eval': 'error',
    'no-new-func': 'error',
    'no-proto': 'error',
    'no-script-url': 'error',
    'object-shorthand': 'error',
    'prefer-const': 'error',
    'prefer-template': 'error',
  },
};

const typescript = {
  files: ['**/*.ts'],
  extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
  languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
  rules: {
    '@typescript-eslint/consistent-type-imports': ['error', {fixStyle: 'inline-type-imports'}],
    '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
    // A text spread gives its code points, which is what measuring and cutting it wants.
    '@typescript-eslint/no-misused-spread': ['error', {allow: ['string']}],
    // There are no enums here, and looking for them took two fifths of the time.
    '@typescript-eslint/no-unsafe-enum-assignment': 'off',
    // An index that was just computed is not a guess; the compiler cannot know, a test can.
    '@typescript-eslint/no-non-null-assertion': 'off',
    '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
    '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
    // Needs the method bound, which Lit does for listeners in templates.
    '@typescript-eslint/unbound-method': 'off',
  },
};

const components = {
  files: ['src/**/*.ts', 'stories/**/*.ts'],
  extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], litA11y.configs.recommended],
  rules: {
    'lit/attribute-names': ['error', {convention: 'kebab'}],
    'lit/lifecycle-super': 'error',
    'lit/no-invalid-escape-sequences': 'error',
    'lit/no-legacy-imports': 'error',
    'lit/no-private-properties': 'error',
    'lit/no-this-assign-in-render': 'error',
    'lit/no-useless-template-literals': 'error',
    'lit/no-value-attribute': 'error',
    'lit/prefer-nothing': 'error',
    'lit/prefer-static-styles': 'error',
    'lit/quoted-expressions': ['error', 'never'],
    'wc/no-child-traversal-in-attributechangedcallback': 'error',
    'wc/no-closed-shadow-root': 'error',
    'wc/no-constructor-params': 'error',
    'wc/no-customized-built-in-elements': 'error',
    'wc/no-invalid-extends': 'error',
    'wc/no-typos': 'error',
    'wc/require-listener-teardown': 'error',
  },
};

/** What embeds in a page that is not ours: see eslint.bans.js and CONTRIBUTING.md. */
const sources = {
  files: ['src/**/*.ts'],
  rules: {
    'max-lines-per-function': ['error', 50],
    'no-alert': 'error',
    'no-console': ['error', {allow: ['info']}],
    'no-restricted-properties': ['error', ...restrictedProperties],
    'no-restricted-syntax': ['error', ...restrictedSyntax],
    '@typescript-eslint/explicit-module-boundary-types': 'error',
    '@typescript-eslint/no-restricted-imports': ['error', restrictedImports],
  },
};

/** Functions that puppeteer sends to a page stand in files of Node. */
const testScripts = {
  files: ['test/**/*.mjs'],
  languageOptions: {globals: {...globals.node, ...globals.browser}},
};

const chanceInTests = {
  name: 'fast-check',
  message: 'Import test/support/fast-check.ts: the draws of a run are decided there.',
};

/** chai's `expect(x).to.be.true` is an expression, what comes out of JSON is any, a table of cases may be long. */
const tests = {
  files: ['test/**/*.ts'],
  rules: {
    'max-lines': ['error', 400],
    '@typescript-eslint/no-restricted-imports': ['error', chanceInTests],
    // Reference values are quoted with all the digits of their source.
    'no-loss-of-precision': 'off',
    '@typescript-eslint/no-misused-spread': 'off',
    '@typescript-eslint/no-unsafe-argument': 'off',
    '@typescript-eslint/no-unsafe-assignment': 'off',
    '@typescript-eslint/no-unsafe-call': 'off',
    '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    '@typescript-eslint/no-unsafe-member-access': 'off',
    '@typescript-eslint/no-unsafe-return': 'off',
    '@typescript-eslint/no-unused-expressions': 'off',
    '@typescript-eslint/no-empty-function': 'off',
  },
};

const chance = {
  files: ['test/support/fast-check.ts'],
  rules: {'@typescript-eslint/no-restricted-imports': 'off'},
};

const scripts = {
  files: ['**/*.{js,mjs,cjs}'],
  languageOptions: {globals: globals.node},
  rules: {'max-lines-per-function': ['error', 50]},
};

const nodeTests = {
  files: ['test/**/*.test.mjs'],
  rules: {'max-lines-per-function': 'off'},
};

const pages = {
  files: ['demo/**/*.js', 'test/bench/**/*.js'],
  languageOptions: {globals: globals.browser},
};

export default defineConfig([
  globalIgnores(['dist/', 'storybook-static/']),
  js.configs.recommended,
  everywhere,
  typescript,
  components,
  sources,
  tests,
  chance,
  scripts,
  testScripts,
  nodeTests,
  pages,
]);

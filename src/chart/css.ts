import {type CSSResult, unsafeCSS} from 'lit';

/**
 * A style sheet from our own template. Lit's tag tells at run time of values that are no style, with a sentence in every
 * script tag; here types tell it.
 */
export const css = (strings: TemplateStringsArray, ...values: readonly string[]): CSSResult =>
  unsafeCSS(String.raw(strings, ...values));

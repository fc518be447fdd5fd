import type {CSSResult} from 'lit';
import {forcedDeclarations, themeDeclarations} from '../theme/theme.js';
import {css} from './css.js';

/** The style of the frame. Public custom properties are only read, so that the page's values arrive. */
export const elementStyles: CSSResult = css`
  :host {
    ${themeDeclarations}
    display: block;
    min-width: 0;
    color: var(--_text);
    font-variant-numeric: tabular-nums;
    line-height: 1.45;
    overflow-wrap: anywhere;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  figure {
    margin: 0;
  }
  [part='heading'] {
    font-size: 1rem;
    font-weight: 600;
  }
  [part='headline'] {
    margin: 2px 0 12px;
    font-size: 0.9375rem;
    text-wrap: pretty;
  }
  [part='stage'] {
    position: relative;
  }
  svg {
    display: block;
    width: 100%;
    height: auto;
    overflow: visible;
    fill: var(--_text);
    direction: ltr;
  }
  [part='stage'] > svg {
    position: relative;
  }
  [part='cells'] {
    position: absolute;
    transition: color 1ms;
    image-rendering: pixelated;
  }
  svg text {
    unicode-bidi: plaintext;
  }
  svg [data-datum] {
    outline: none;
    cursor: default;
    transition: opacity 100ms;
  }
  [part~='hit'] {
    pointer-events: all;
  }
  [part='cursor'] * {
    pointer-events: none;
  }
  /* By attributes that few marks have: a browser restyles all that share the attribute it finds here. */
  svg[data-exploring] :is([data-pales], [data-datum]:not([data-active])) {
    opacity: 0.35;
  }
  svg :is([data-datum], [data-handle]):focus-visible > [part~='hit'] {
    stroke: var(--_text);
    stroke-width: 2px;
  }
  @media screen and (prefers-reduced-motion: no-preference) {
    svg[data-moving] rect:not([part='cursor'] *) {
      transition:
        x 200ms ease-out,
        width 200ms ease-out,
        height 200ms ease-out;
    }
  }
  @media (forced-colors: active) {
    :host {
      ${forcedDeclarations}
    }
  }
  [part='notes'] {
    margin: 12px 0 0;
    padding: 0;
    list-style: none;
    color: var(--_muted);
    font-size: 0.75rem;
  }
  [part='notice'] {
    margin-bottom: 12px;
    padding: 12px 16px;
    border-inline-start: 3px solid var(--_context);
    background: var(--_wash);
    font-size: 0.8125rem;
  }
  [part='notice'] p {
    margin: 0;
    font-weight: 600;
  }
  [part='notice'] ul {
    margin: 4px 0 0;
    padding-inline-start: 20px;
  }
  :host(:state(invalid)) [part='notice'],
  :host(:state(failed)) [part='notice'] {
    border-color: var(--_loss);
  }
  [part='tools'] {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-top: 8px;
  }
  [part='keys'] {
    margin: 6px 0 0;
    color: var(--_muted);
    font-size: 0.75rem;
  }
  [part='skeleton'] {
    margin-top: 12px;
    --_bar: linear-gradient(var(--_wash) 0 0) no-repeat;
    background:
      var(--_bar) 0 0 / 12% 24px,
      var(--_bar) 0 25% / 24% 24px,
      var(--_bar) 0 50% / 40% 24px,
      var(--_bar) 0 75% / 64% 24px,
      var(--_bar) 0 100% / 92% 24px;
  }
  button {
    min-width: 24px;
    min-height: 28px;
    padding: 2px 10px;
    border: 1px solid var(--_context);
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.75rem;
    cursor: pointer;
  }
  button:hover {
    background: var(--_wash);
  }
  button:focus-visible,
  [part='table']:focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  [part='table'] {
    margin-top: 8px;
    overflow-x: auto;
  }
  [part='table']:not([data-shown]),
  [part='announcement'] {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  table {
    border-collapse: collapse;
    font-size: 0.8125rem;
  }
  caption {
    padding-bottom: 4px;
    color: var(--_muted);
    font-size: 0.75rem;
    text-align: start;
  }
  th,
  td {
    overflow-wrap: normal;
    padding: 3px 12px 3px 0;
    border-bottom: 1px solid var(--_grid);
    font-weight: 400;
    text-align: start;
    vertical-align: bottom;
  }
  thead th {
    color: var(--_muted);
    font-size: 0.75rem;
    word-break: keep-all;
  }
  .long {
    min-width: 9em;
  }
  .number {
    text-align: end;
  }
  td.number {
    white-space: nowrap;
  }
  [part='tooltip'] {
    position: fixed;
    inset: 0 auto auto 0;
    max-width: min(320px, 90vw);
    margin: 0;
    padding: 8px 12px;
    border: 1px solid var(--_grid);
    border-radius: 6px;
    background: var(--_ground);
    color: var(--_text);
    font-size: 0.8125rem;
    box-shadow: 0 4px 16px rgb(0 0 0 / 18%);
  }
  [part='tooltip'] dl {
    display: grid;
    grid-template-columns: auto auto;
    gap: 1px 16px;
    margin: 4px 0 0;
  }
  [part='tooltip'] dt {
    color: var(--_muted);
  }
  [part='tooltip'] dd {
    margin: 0;
    text-align: end;
  }
  /* The last word: what is set above must not bring buttons back to the paper. */
  @media print {
    :host {
      background: var(--_ground);
      color-scheme: light;
    }
    [part='tools'],
    [part='keys'] {
      display: none;
    }
    figure {
      break-inside: avoid;
    }
    .wide {
      font-size: 6pt;
    }
    .wide :is(th, td) {
      padding: 1px 3px 1px 0;
      min-width: 0;
      font-size: 1em;
      white-space: normal;
    }
  }
`;

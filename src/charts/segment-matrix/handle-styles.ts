import type {CSSResult} from 'lit';
import {css} from '../../chart/css.js';

/** Thresholds are taken hold of: the pointer says which way they go. */
export const handleStyles: CSSResult = css`
  svg [data-handle] {
    outline: none;
    cursor: move;
    touch-action: none;
  }
  svg [data-handle='x'] {
    cursor: ew-resize;
  }
  svg [data-handle='y'] {
    cursor: ns-resize;
  }
  svg [data-handle='reset'] {
    cursor: pointer;
  }
`;

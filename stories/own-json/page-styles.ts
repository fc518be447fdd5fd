import {css} from 'lit';

export const pageStyles = css`
  :host {
    display: grid;
    gap: 16px;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
    align-items: start;
    font-size: 0.875rem;
  }
  section {
    display: grid;
    gap: 12px;
    min-width: 0;
  }
  label {
    display: grid;
    gap: 4px;
    font-weight: 600;
  }
  small {
    font-weight: 400;
    font-size: 0.8125rem;
  }
  textarea,
  select,
  button,
  pre {
    box-sizing: border-box;
    max-width: 100%;
    padding: 6px 8px;
    border: 1px solid light-dark(#767676, #8c8c8c);
    border-radius: 4px;
    background: Canvas;
    color: CanvasText;
    font: inherit;
    font-weight: 400;
  }
  textarea,
  pre {
    width: 100%;
    margin: 0;
    font-family: ui-monospace, monospace;
    font-size: 0.8125rem;
  }
  textarea {
    min-height: 12em;
    resize: vertical;
  }
  pre {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  button {
    min-height: 28px;
    justify-self: start;
  }
  h3 {
    margin: 0;
    font-size: 0.875rem;
  }
  .wide {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    font-size: 0.8125rem;
  }
  th,
  td {
    padding: 3px 12px 3px 0;
    border-bottom: 1px solid light-dark(#d0d0d0, #4a4a4a);
    text-align: start;
    vertical-align: top;
  }
  ul {
    margin: 0;
    padding-inline-start: 20px;
  }
`;

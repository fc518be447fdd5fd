import type {CSSResult} from 'lit';

/** Takes styles into the document a root is now in: a constructed style sheet serves only the one it was made for. */
export function restyle(root: ShadowRoot, styles: readonly CSSResult[]): void {
  const page = root.ownerDocument.defaultView;
  if (!page) return;
  root.adoptedStyleSheets = styles.map(({cssText}) => {
    const sheet = new page.CSSStyleSheet();
    sheet.replaceSync(cssText);
    return sheet;
  });
}

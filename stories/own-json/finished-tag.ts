/** What is chosen on the page. */
export interface Choice {
  readonly chart: string;
  readonly preset: string;
  /** As written; empty for none. */
  readonly map: string;
}

/** The element as one writes it into a page; the response then comes from an address. */
export function finishedTag({chart, preset, map}: Choice): string {
  const attributes = [
    'src="/data"',
    ...(preset ? [`preset="${attribute(preset)}"`] : []),
    ...(map.trim() ? [`map='${attribute(shortest(map))}'`] : []),
  ];
  return `<insight-${chart} ${attributes.join(' ')}></insight-${chart}>`;
}

const attribute = (text: string): string => text.replaceAll('&', '&amp;').replaceAll("'", '&#39;');

/** Without line breaks, where it is JSON. */
function shortest(map: string): string {
  try {
    return JSON.stringify(JSON.parse(map));
  } catch {
    return map;
  }
}

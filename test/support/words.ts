/** Names of facts that sentences take; one that is missing here shows as "undefined" in the text. */
const FACTS = ['expected', 'got', 'climbed', 'slipped', 'rung', 'rate', 'lossRung', 'lossRate'].concat([
  'highest',
  'highestShare',
  'lowest',
  'lowestShare',
]);

/** Every text of a dictionary by its path, sentences filled with texts that name their place: `«1»`, `«2 got»`. */
export function textsOf(words: object, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, word] of Object.entries(words) as [string, unknown][]) {
    const here = `${path}${name}`;
    if (typeof word === 'object' && word) for (const [key, text] of textsOf(word, `${here}.`)) texts.set(key, text);
    else texts.set(here, typeof word === 'function' ? filled(word as Sentence) : String(word));
  }
  return texts;
}

type Sentence = (...values: unknown[]) => string;

const filled = (sentence: Sentence): string => sentence(...[1, 2, 3].map(filling));

/** A place of a sentence: as a text, as facts by name and as a list. */
const filling = (place: number): unknown => ({
  ...Object.fromEntries(FACTS.map((name) => [name, `«${place} ${name}»`])),
  toString: () => `«${place}»`,
  join: (between: string) => [`«${place}»`, '«more»'].join(between),
});

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

function filled(sentence: Sentence): string {
  const facts = new Set<string>();
  const watched = watching(facts);
  sentence(watched, watched, watched);
  return sentence(...[1, 2, 3].map((place) => filling(place, facts)));
}

/** A text, list and object of facts in one, which notes the names of the facts that are read. */
const watching = (facts: Set<string>): unknown =>
  new Proxy(() => '', {
    get: (target, name) => {
      if (typeof name !== 'string' || name === 'join') return target;
      facts.add(name);
      return '';
    },
  });

/** A place of a sentence: as a text, as facts by name and as a list. */
const filling = (place: number, facts: Iterable<string>): unknown => ({
  ...Object.fromEntries([...facts].map((name) => [name, `«${place} ${name}»`])),
  toString: () => `«${place}»`,
  join: (between: string) => [`«${place}»`, '«more»'].join(between),
});

/** The languages that every chart speaks. */
export type Language = 'en' | 'zh-CN' | 'zh-TW';

/**
 * The language we can speak for a BCP 47 tag: Chinese of the regions that write the traditional script in theirs, every
 * other Chinese in the simplified one, everything else in English.
 */
export const languageOf = (tag: string): Language =>
  /^zh-(tw|hk|mo|hant)\b/i.test(tag) ? 'zh-TW' : /^zh\b/i.test(tag) ? 'zh-CN' : 'en';

/**
 * The words of a chart, or those that all charts share: English comes along, Chinese when a reader first needs it, so
 * that no page carries a language that nobody reads.
 */
export class Vocabulary<Words extends object> {
  readonly #en: Words;
  readonly #chinese: () => Promise<Words>;
  readonly #learned = new Map<Language, Words>();
  #coming: Promise<unknown> | undefined;

  constructor(en: Words, chinese: () => Promise<Words>) {
    this.#en = en;
    this.#chinese = chinese;
  }

  /** Whether a language is here. */
  knows(language: Language): boolean {
    return language === 'en' || this.#learned.has(language);
  }

  /** The words of a language; English as long as it is not here. */
  in(language: Language): Words {
    return this.#learned.get(language) ?? this.#en;
  }

  /** Brings a language: resolves when it is here, or when it is known not to come; undefined where there is none to bring. */
  learn(language: Language): Promise<unknown> | undefined {
    return this.knows(language) ? undefined : (this.#coming ??= this.#bring());
  }

  async #bring(): Promise<void> {
    try {
      const [words, {traditional}] = await Promise.all([this.#chinese(), import('./traditional.js')]);
      this.#learned.set('zh-CN', words).set('zh-TW', traditional(words));
    } catch {
      // A file of ours is missing where the page has it from, as the browser says: the numbers are still told, in English.
      this.#learned.set('zh-CN', this.#en).set('zh-TW', this.#en);
    }
  }
}

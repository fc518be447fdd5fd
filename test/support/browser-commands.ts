import {executeServerCommand} from '@web/test-runner-commands';

/** The answer of `test/runner/browser-commands.mjs`; null where the browser of this page cannot do it. */
async function ask<Value>(command: string, payload: Readonly<Record<string, unknown>> = {}): Promise<Value | null> {
  const {value} = await executeServerCommand<{value: Value | null}, Readonly<Record<string, unknown>>>(
    command,
    payload,
  );
  return value;
}

/** How a reader has set the computer. */
export interface ReaderSettings {
  readonly media?: 'print';
  readonly features?: Readonly<
    Partial<Record<'prefers-color-scheme' | 'forced-colors' | 'prefers-reduced-motion' | 'prefers-contrast', string>>
  >;
}

/** Sets the reader's media for this page; without settings all is as before. */
export const emulateReader = async (settings: ReaderSettings = {}): Promise<void> => {
  await ask('emulate-reader', {...settings});
};

/** Moves this page to a time zone; empty: back home. */
export const emulateTimeZone = async (zone = ''): Promise<void> => {
  await ask('emulate-time-zone', {zone});
};

/** What the browser holds after a forced collection. */
export interface Held {
  readonly nodes: number;
  readonly listeners: number;
  /** In bytes. */
  readonly heap: number;
}

export async function collectGarbage(): Promise<Held> {
  const held = await ask<Held>('collect-garbage');
  if (!held) throw new Error('this browser does not collect on demand');
  return held;
}

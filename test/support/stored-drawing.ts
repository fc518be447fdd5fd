import {readFile, writeFile} from '@web/test-runner-commands';
import {expect} from 'chai';

/** One mark a line, so that a change can be read in a diff. */
const inLines = (svg: string): string => `${svg.replaceAll('><', '>\n<')}\n`;

/**
 * Holds a drawing against the one stored under `test/scenes`. Another drawing, or one that nobody has stored yet, is
 * written beside it as `<name>-changed.svg` and fails: look at it, then rename it or mend the code.
 * `folder` leads from the test's own folder to `test/scenes`.
 */
export async function expectStored(name: string, svg: string, folder: string): Promise<void> {
  const drawn = inLines(svg);
  const stored = await readFile({path: `${folder}/${name}.svg`}).catch(() => undefined);
  const changed = `${folder}/${name}-changed.svg`;
  if (drawn === stored) return;
  await writeFile({path: changed, content: drawn});
  expect(drawn, `drawing ${name} has changed: look at ${changed}`).to.equal(stored);
}

import type {LitElement} from 'lit';

/** A story that shows how loading looks stays so; it is judged after this many milliseconds. */
const PATIENCE = 2_000;

/** Resolves when every chart below has its data and its drawing, so that nothing half done is judged. */
export async function settled(canvas: HTMLElement): Promise<void> {
  const deadline = performance.now() + PATIENCE;
  const charts = [...canvas.querySelectorAll<LitElement & {readonly status?: string}>('*')].filter(isChart);
  while (charts.some(({status}) => status === 'loading') && performance.now() < deadline) await frame();
  // A chart measures its room in one frame and draws in the next.
  await frame();
  await frame();
  await Promise.all(charts.map(({updateComplete}) => updateComplete));
}

const isChart = ({localName}: Element): boolean => localName.startsWith('insight-');

const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

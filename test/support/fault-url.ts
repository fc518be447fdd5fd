/** Where the fault server's middleware answers, on the origin of the test page. */
const PREFIX = '/__fault__';

/** What the fault server remembers of a request. */
export interface Hit {
  readonly path: string;
  /** Milliseconds since the server began. */
  readonly at: number;
  /** Whether we went away before the answer was complete. */
  readonly aborted: boolean;
}

/** The address of a fault: `truncate/137`, `status/503?retry-after=5&run=a`. */
export const faultUrl = (fault: string): string => `${PREFIX}/f/${fault}`;

let runs = 0;

/** A name under which the fault server counts the visits of one test. */
export const newRun = (): string => `${performance.timeOrigin}-${++runs}`;

/** The requests that a run has sent so far. */
export async function hitsOf(run: string): Promise<readonly Hit[]> {
  const response = await fetch(`${PREFIX}/log?run=${run}`);
  return (await response.json()) as readonly Hit[];
}

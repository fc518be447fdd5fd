import type {
  FailedSource,
  LoadedSource,
  OpenSource,
  SourceRequest,
  SourceState,
} from '../../src/source/shared-source.js';

/** One listener of a source, and all it was told. */
export interface Following {
  readonly states: readonly SourceState[];
  /** Resolves with the first state that is no longer `loading`. */
  readonly settled: Promise<LoadedSource | FailedSource>;
  readonly leave: () => void;
}

export function follow(open: OpenSource, request: SourceRequest): Following {
  const states: SourceState[] = [];
  let settle: (state: LoadedSource | FailedSource) => void;
  const settled = new Promise<LoadedSource | FailedSource>((resolve) => {
    settle = resolve;
  });
  const leave = open(request, (state) => {
    states.push(state);
    if (state.status !== 'loading') settle(state);
  });
  return {states, settled, leave};
}

/** Statuses and issue codes in the order they were told: `loading`, `loaded`, `http_status`. */
export const toldTo = ({states}: Following): string[] =>
  states.map((state) => (state.status === 'failed' ? state.issue.code : state.status));

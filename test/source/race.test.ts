import {expect} from 'chai';
import fc from '../support/fast-check.js';
import '../support/watch-page.js';
import {sourcesOn, TIME_OUT_SECONDS, type OpenSource, type SourceState} from '../../src/source/shared-source.js';
import {FakePage, seconds, turn} from '../support/fake-page.js';
import {perTier} from '../support/tier.js';

const SCHEDULES = perTier({fast: 300, gate: 2_000, deep: 10_000});
const MAX_STEPS = 6;

interface Body {
  readonly url: string;
  readonly request: number;
}

/** What an element does with a source, and nothing else: the last state it was told is its picture. */
class Picture {
  asked: string | null = null;
  state: SourceState | null = null;
  #leave: (() => void) | undefined;
  #asking = 0;
  readonly #open: OpenSource;
  readonly #server: Server;

  constructor(open: OpenSource, server: Server) {
    this.#open = open;
    this.#server = server;
  }

  ask(url: string): void {
    this.leave();
    this.asked = url;
    const asking = ++this.#asking;
    this.#leave = this.#open({url, loadData: this.#server.load}, (state) => this.#take(state, asking));
  }

  /** As an element that is moved: out and in again in one task. */
  move(): void {
    if (this.asked !== null) this.ask(this.asked);
  }

  leave(): void {
    this.#leave?.();
    this.#leave = undefined;
    this.asked = this.state = null;
  }

  #take(state: SourceState, asking: number): void {
    expect(asking, 'told of what it had left').to.equal(this.#asking);
    expect(this.asked, 'told after it had left').not.to.equal(null);
    if (state.status === 'loaded') {
      const {url, request} = state.body as Body;
      expect(url, 'an answer to another question').to.equal(this.asked);
      expect(this.#server.abortedBeforeAnswer.has(request), 'an answer that was called off').to.equal(false);
    }
    this.state = state;
  }
}

/** Answers when the schedule says so, well or badly, and never minds that it was told to stop. */
class Server {
  readonly abortedBeforeAnswer = new Set<number>();
  #requests = 0;
  #open = 0;
  readonly #scheduler: fc.Scheduler;
  readonly #fates: readonly boolean[];

  constructor(scheduler: fc.Scheduler, fates: readonly boolean[]) {
    this.#scheduler = scheduler;
    this.#fates = fates;
  }

  /** Requests that were neither answered nor called off. */
  get open(): number {
    return this.#open;
  }

  readonly load = async (url: string, signal: AbortSignal): Promise<Body> => {
    const request = this.#requests++;
    let isAnswered = false;
    this.#open++;
    signal.addEventListener('abort', () => {
      if (isAnswered) return;
      this.abortedBeforeAnswer.add(request);
      this.#open--;
    });
    const isGood = this.#fates[request % this.#fates.length];
    await this.#scheduler.schedule(Promise.resolve(), `${isGood ? 'body' : 'failure'} ${request} for ${url}`);
    if (!this.abortedBeforeAnswer.has(request)) this.#open--;
    isAnswered = true;
    if (!isGood) throw new Error('the server of the test refuses');
    return {url, request};
  };
}

const step = fc.record({
  who: fc.nat({max: 1}),
  what: fc.oneof(
    {weight: 5, arbitrary: fc.constantFrom('ask a', 'ask b', 'ask c')},
    {weight: 3, arbitrary: fc.constantFrom('move', 'leave', 'time out')},
  ),
});

const schedule = fc.record({
  steps: fc.array(step, {minLength: 2, maxLength: MAX_STEPS}),
  fates: fc.array(fc.boolean(), {minLength: 1, maxLength: MAX_STEPS}),
  scheduler: fc.scheduler(),
});

async function act(picture: Picture, what: string, page: FakePage): Promise<void> {
  if (what === 'move') picture.move();
  else if (what === 'leave') picture.leave();
  else if (what === 'time out') await page.advance(seconds(TIME_OUT_SECONDS));
  else picture.ask(what);
}

describe('requests that overtake each other', () => {
  it(`never show an old answer, and leave nothing behind (${SCHEDULES} schedules)`, async function () {
    this.timeout(300_000);
    await fc.assert(
      fc.asyncProperty(schedule, async ({steps, fates, scheduler}) => {
        const page = new FakePage();
        const server = new Server(scheduler, fates);
        const open = sourcesOn(page);
        const pictures = [new Picture(open, server), new Picture(open, server)];
        scheduler.scheduleSequence(
          steps.map(({who, what}) => ({label: `${who}: ${what}`, builder: () => act(pictures[who]!, what, page)})),
        );
        await scheduler.waitIdle();
        await turn();
        for (const {asked, state} of pictures) {
          if (asked === null) expect(state).to.equal(null);
          else expect(state?.status).to.be.oneOf(['loaded', 'failed']);
        }
        for (const picture of pictures) picture.leave();
        await turn();
        expect({leftovers: page.leftovers, open: server.open}).to.deep.equal({leftovers: 0, open: 0});
      }),
      {numRuns: SCHEDULES},
    );
  });
});

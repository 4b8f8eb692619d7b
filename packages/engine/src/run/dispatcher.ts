import type { CallOutcome, Executor, StageCall } from '@bitfront/core';
import { grantThreads } from './grant-threads.ts';

/** Light calls that travel together; larger batches save messages, smaller ones share the threads better. */
const largestBatch = 256;

interface Waiting {
  readonly call: StageCall;
  readonly onProgress?: (fraction: number, note?: string) => void;
  readonly resolve: (outcome: CallOutcome) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Hands stage calls to an executor, at most one task per thread at a time; light calls go first, in batches.
 * After a heavy call comes one of the same affinity if there is one: its thread is the free one.
 */
export interface Dispatcher {
  submit(
    call: StageCall,
    weight: 'light' | 'heavy',
    onProgress?: Waiting['onProgress'],
  ): Promise<CallOutcome>;
  /** True while a thread has nothing to do. */
  readonly idle: boolean;
  /** Starts no further heavy call; those that wait are dropped and their promises stay open. */
  stop(): void;
  /** Resolves when nothing runs and no light call waits. */
  drained(): Promise<void>;
}

export function createDispatcher(executor: Executor, options: { readonly timeoutMs?: number }): Dispatcher {
  const light: Waiting[] = [];
  const heavy: Waiting[] = [];
  let busy = 0;
  let threadsTaken = 0;
  let stopped = false;
  let planned = false;

  const start = (waiting: readonly Waiting[], onEnd: () => void = pump) => {
    busy++;
    const [first] = waiting;
    const run = executor.run(
      waiting.map(({ call }) => call),
      {
        ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
        ...(waiting.length === 1 && first?.onProgress !== undefined ? { onProgress: first.onProgress } : {}),
      },
    );
    run
      .then(
        (outcomes) => {
          for (const [index, { resolve }] of waiting.entries()) resolve(outcomes[index] as CallOutcome);
        },
        (reason) => {
          for (const { reject } of waiting) reject(reason);
        },
      )
      .finally(() => {
        busy--;
        onEnd();
      });
  };

  const startHeavy = (waiting: Waiting) => {
    const { call } = waiting;
    const threads = grantThreads(executor.threads - threadsTaken, heavy.length + 1);
    threadsTaken += threads;
    start([{ ...waiting, call: { ...call, threads } }], () => {
      threadsTaken -= threads;
      pump(call.affinity);
    });
  };

  function pump(affinity?: string): void {
    while (busy < executor.threads) {
      if (light.length > 0) start(light.splice(0, largestBatch));
      else if (heavy.length > 0 && !stopped) startHeavy(takeAlike(heavy, affinity));
      else return;
    }
  }

  /** Once all that is ready now has been submitted, so that a batch is as full as it can be. */
  const pumpSoon = () => {
    if (planned) return;
    planned = true;
    setImmediate(() => {
      planned = false;
      pump();
    });
  };

  return {
    submit: (call, weight, onProgress) =>
      new Promise((resolve, reject) => {
        const waiting = { call, resolve, reject, ...(onProgress === undefined ? {} : { onProgress }) };
        (weight === 'light' ? light : heavy).push(waiting);
        pumpSoon();
      }),
    get idle() {
      return busy < executor.threads && light.length === 0 && heavy.length === 0;
    },
    stop() {
      stopped = true;
    },
    async drained() {
      // What a finished call sets free is submitted in later turns of the event loop: two quiet turns mean the end.
      for (let quiet = 0; quiet < 2; quiet = busy === 0 && light.length === 0 ? quiet + 1 : 0)
        await new Promise((resolve) => (busy === 0 ? setImmediate(resolve) : setTimeout(resolve, 20)));
    },
  };
}

/** Takes the first call of an affinity out of the queue, or simply the first. */
function takeAlike(queue: Waiting[], affinity: string | undefined): Waiting {
  const alike = affinity === undefined ? 0 : queue.findIndex(({ call }) => call.affinity === affinity);
  return queue.splice(Math.max(alike, 0), 1)[0] as Waiting;
}

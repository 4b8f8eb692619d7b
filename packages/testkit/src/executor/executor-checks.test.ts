import { Worker } from 'node:worker_threads';
import type { CallOptions, CallOutcome, Executor, ExecutorPlugin, StageCall } from '@bitfront/core';
import { describe, expect, it } from 'vitest';
import { describeChecks } from '../describe-checks.ts';
import { failingChecks } from '../failing-checks.ts';
import { describeExecutor, executorChecks } from './executor-checks.ts';
import { loadArtifact, performCall } from './perform-call.fixture.ts';

type Perform = (call: StageCall, options: CallOptions) => Promise<CallOutcome>;

/** An executor that performs calls one after another, with parts to be replaced. */
function executor(
  perform: Perform,
  difference: Partial<Executor> = {},
  killsRunaways = false,
): ExecutorPlugin {
  return {
    name: 'executor-toy',
    version: 1,
    doc: 'an executor for tests',
    capabilities: { parallel: false, killsRunaways },
    open: () => ({
      threads: 1,
      async run(calls, options = {}) {
        const outcomes: CallOutcome[] = [];
        for (const call of calls) {
          options.signal?.throwIfAborted();
          outcomes.push(await perform(call, options));
        }
        return outcomes;
      },
      load: async (file) => loadArtifact(file),
      close: async () => undefined,
      ...difference,
    }),
  };
}

const inline: Perform = (call, { signal, onProgress }) =>
  performCall(call, (fraction) => onProgress?.(fraction), signal ?? new AbortController().signal);

/** A thread for every call, killed when it takes too long or is aborted. */
const threaded: Perform = (call, { signal, timeoutMs, onProgress }) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.fixture.ts', import.meta.url), { workerData: call });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      void worker.terminate().then(settle);
    };
    const abort = () => end(() => reject(signal?.reason));
    const late = () => {
      const failure = { code: 'POOL_TIMEOUT', message: 'too long', blame: 'machine' } as const;
      end(() => resolve({ ok: false, failure, seconds: (timeoutMs ?? 0) / 1000 }));
    };
    const timer = timeoutMs === undefined ? undefined : setTimeout(late, timeoutMs);
    signal?.addEventListener('abort', abort);
    worker.on('message', ({ fraction, outcome }: { fraction?: number; outcome?: CallOutcome }) => {
      if (fraction !== undefined) onProgress?.(fraction);
      if (outcome !== undefined) end(() => resolve(outcome));
    });
    worker.on('error', reject);
  });

describeExecutor(executor(inline));
// Starting a thread takes a while, so only what is special about threads is tried on them.
const special = ['gives what a direct call', 'passes progress', 'stops a waiting call', 'blames a runaway'];
describeChecks(
  'an executor with a thread for every call',
  executorChecks(executor(threaded, {}, true)).filter(({ name }) =>
    special.some((part) => name.startsWith(part)),
  ),
);

const first = executor(inline).open({ threads: 1 });
const broken: readonly (readonly [name: string, plugin: ExecutorPlugin, check: string])[] = [
  [
    'outcomes in the wrong order',
    executor(inline, { run: async (calls, options) => [...(await first.run(calls, options))].reverse() }),
    'gives what a direct call gives, in the order of the calls',
  ],
  [
    'another seed',
    executor((call, options) => inline({ ...call, seed: 'mine' }, options)),
    'gives what a direct call gives, in the order of the calls',
  ],
  [
    'a batch that stops at a failure',
    executor(async (call, options) => {
      const outcome = await inline(call, options);
      if (!outcome.ok) throw new RangeError(outcome.failure.message);
      return outcome;
    }),
    'goes on after a failing call',
  ],
  [
    'one code for all failures',
    executor(async (call, options) => {
      const outcome = await inline(call, options);
      return outcome.ok ? outcome : { ...outcome, failure: { ...outcome.failure, code: 'STAGE_THREW' } };
    }),
    'keeps the code of a refusal',
  ],
  [
    'the wrong blame',
    executor(async (call, options) => {
      const outcome = await inline(call, options);
      return outcome.ok ? outcome : { ...outcome, failure: { ...outcome.failure, blame: 'machine' } };
    }),
    'names the exception of a plugin',
  ],
  [
    'lost progress',
    executor((call, { signal }) => inline(call, signal ? { signal } : {})),
    'passes progress on',
  ],
  [
    'no artifact file',
    executor(({ keep: _, ...call }, options) => inline(call, options)),
    'writes the artifact before the call succeeds',
  ],
  [
    'damage that is not seen',
    executor(inline, { load: async () => ({}) }),
    'refuses a damaged artifact file',
  ],
  [
    'deafness to abortion',
    executor((call, { onProgress }) => inline(call, onProgress ? { onProgress } : {}), {}),
    'stops a waiting call when aborted, and stays usable',
  ],
  [
    'a start in spite of an aborted signal',
    executor(inline, { run: async (calls) => first.run(calls) }),
    'does not start for an aborted signal',
  ],
  ['a promise to kill that is not kept', executor(inline, {}, true), 'blames a runaway call alone'],
  ['threads beyond its means', executor(inline, { threads: 64 }), 'says how many threads it has'],
  [
    'closing once only',
    {
      ...executor(inline),
      open: () => {
        let closed = false;
        const close = async () => {
          if (closed) throw new RangeError('closed already');
          closed = true;
        };
        return { ...first, close };
      },
    },
    'closes twice without complaint',
  ],
];

describe('executorChecks', () => {
  it.each(broken)(
    'catches %s',
    async (_, plugin, name) => {
      const checks = executorChecks(plugin).filter((check) => check.name === name);
      expect(await failingChecks(checks)).toEqual([name]);
    },
    30_000,
  );
});

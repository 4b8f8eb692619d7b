import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type CallOptions,
  type CallOutcome,
  defineExecutor,
  type Executor,
  type ExecutorPlugin,
  type StageCall,
} from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { readArtifact } from '@bitfront/store/artifacts';
import { timedOut } from './call/machine-failure.ts';
import { runCall } from './call/run-call.ts';

/**
 * Runs every call in the thread that asks: no start-up cost, and a debugger sees everything. It cannot stop a stage
 * that never returns to the event loop; one that ends late still counts as timed out.
 */
export const inlineExecutor: ExecutorPlugin = defineExecutor({
  name: 'inline',
  version: 1,
  doc: 'everything in the main thread, one call after another',
  capabilities: { parallel: false, killsRunaways: false },
  open: openInline,
});

function openInline(): Executor {
  const closing = new AbortController();
  // Concurrent runs wait for each other, so that a call's time is its own.
  let last: Promise<unknown> = Promise.resolve();
  const run = async (calls: readonly StageCall[], options: CallOptions): Promise<readonly CallOutcome[]> => {
    const outcomes: CallOutcome[] = [];
    for (const [index, call] of calls.entries()) {
      // Lets signals and timers through between calls.
      await nextTurn();
      const onProgress = options.onProgress;
      const share = (fraction: number, note?: string): void =>
        onProgress?.((index + fraction) / calls.length, note);
      outcomes.push(await runInTime(call, closing.signal, { ...options, onProgress: share }));
    }
    return outcomes;
  };
  return {
    threads: 1,
    run: (calls, options = {}) => {
      const result = last.then(() => run(calls, options));
      last = result.catch(() => undefined);
      return result;
    },
    load: async (file) => readArtifact(file).artifact,
    close: async () => closing.abort(bitfrontError('POOL_CLOSED', { name: 'inline' })),
  };
}

async function runInTime(call: StageCall, closing: AbortSignal, options: CallOptions): Promise<CallOutcome> {
  const { signal, timeoutMs = Number.POSITIVE_INFINITY, onProgress } = options;
  const outer = signal === undefined ? closing : AbortSignal.any([signal, closing]);
  const limit = new AbortController();
  const timer = timeoutMs < 2 ** 31 ? setTimeout(() => limit.abort(), timeoutMs) : undefined;
  const start = performance.now();
  const late = (): CallOutcome => timedOut(call.plugin, timeoutMs, (performance.now() - start) / 1000);
  try {
    const inner = {
      signal: AbortSignal.any([outer, limit.signal]),
      ...(onProgress === undefined ? {} : { onProgress }),
    };
    const outcome = await runCall(call, inner);
    return performance.now() - start > timeoutMs ? late() : outcome;
  } catch (error) {
    outer.throwIfAborted();
    if (limit.signal.aborted) return late();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

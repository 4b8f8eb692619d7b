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
import { createStageLoader } from './call/load-stage.ts';
import { type CallRunOptions, runCall } from './call/run-call.ts';
import { memoBytes } from './services/memo-bytes.ts';
import { createThreadMemos } from './services/thread-memos.ts';

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

/** Signals and timers are let through at least this often. */
const turnEveryMs = 10;

function openInline(): Executor {
  const closing = new AbortController();
  const loadStage = createStageLoader();
  const memos = createThreadMemos(memoBytes(1));
  // Concurrent runs wait for each other, so that a call's time is its own.
  let last: Promise<unknown> = Promise.resolve();
  const run = async (calls: readonly StageCall[], options: CallOptions): Promise<readonly CallOutcome[]> => {
    const outcomes: CallOutcome[] = [];
    const outer =
      options.signal === undefined ? closing.signal : AbortSignal.any([options.signal, closing.signal]);
    let turnMs = 0;
    for (const [index, call] of calls.entries()) {
      if (performance.now() > turnMs) {
        await nextTurn();
        turnMs = performance.now() + turnEveryMs;
      }
      const { onProgress } = options;
      const share = (fraction: number, note?: string): void =>
        onProgress?.((index + fraction) / calls.length, note);
      const inner = { loadStage, memos, signal: outer, onProgress: share };
      outcomes.push(
        await (options.timeoutMs === undefined
          ? runCall(call, inner)
          : runInTime(call, inner, options.timeoutMs)),
      );
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

async function runInTime(
  call: StageCall,
  options: CallRunOptions & { readonly signal: AbortSignal },
  timeoutMs: number,
): Promise<CallOutcome> {
  const limit = new AbortController();
  const timer = timeoutMs < 2 ** 31 ? setTimeout(() => limit.abort(), timeoutMs) : undefined;
  const start = performance.now();
  const late = (): CallOutcome => timedOut(call.plugin, timeoutMs, (performance.now() - start) / 1000);
  try {
    const signal = AbortSignal.any([options.signal, limit.signal]);
    const outcome = await runCall(call, { ...options, signal });
    return performance.now() - start > timeoutMs ? late() : outcome;
  } catch (error) {
    options.signal.throwIfAborted();
    if (limit.signal.aborted) return late();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

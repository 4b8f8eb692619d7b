import {
  type CallOptions,
  type CallOutcome,
  defineExecutor,
  type Executor,
  type ExecutorPlugin,
  type StageCall,
} from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { openThreads, type Threads } from './threads/open-threads.ts';
import { revived } from './threads/error-data.ts';
import { tryBatch } from './threads/try-batch.ts';
import type { LoadAnswer } from './threads/task.ts';

/** Runs calls in worker threads, and ends a thread whose call runs out of time. */
export const piscinaExecutor: ExecutorPlugin = defineExecutor({
  name: 'piscina',
  version: 1,
  doc: 'worker threads of this machine; arrays are shared, runaway calls are stopped',
  capabilities: { parallel: true, killsRunaways: true },
  open: openPiscina,
});

/** Threads start with the first call, so that a run without any starts none. */
function openPiscina({ threads }: { readonly threads: number }): Executor {
  let opened: Threads | undefined;
  let closed = false;
  const pool = (): Threads => {
    if (closed) throw bitfrontError('POOL_CLOSED', { name: 'piscina' });
    opened ??= openThreads(threads);
    return opened;
  };
  return {
    threads,
    run: async (calls, options = {}) => runBatch(pool(), calls, options),
    load: async (file) => {
      const answer = (await pool().run({ kind: 'load', file })) as LoadAnswer;
      if ('error' in answer) throw revived(answer.error);
      return answer.artifact;
    },
    close: async () => {
      closed = true;
      await opened?.close();
    },
  };
}

/** Runs a batch; a call that ends its thread is blamed, and the calls before and after it run in another one. */
async function runBatch(
  pool: Threads,
  calls: readonly StageCall[],
  options: CallOptions,
): Promise<readonly CallOutcome[]> {
  if (calls.length === 0) return [];
  const attempt = await tryBatch(pool, calls, options);
  if ('outcomes' in attempt) return attempt.outcomes;
  const { guilty, failure } = attempt;
  const before = await runBatch(pool, calls.slice(0, guilty), options);
  const after = await runBatch(pool, calls.slice(guilty + 1), options);
  return [...before, failure, ...after];
}

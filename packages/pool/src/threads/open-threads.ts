import { fileURLToPath } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { bitfrontError } from '@bitfront/errors';
import { Piscina } from 'piscina';
import { memoBytes } from '../services/memo-bytes.ts';
import type { Task, WorkerSetup } from './task.ts';
import { threadBalancer, withAffinity } from './thread-balancer.ts';

/** Worker threads that take tasks. */
export interface Threads {
  /**
   * Runs a task in the next free thread. Aborting ends that thread. Rejects if the thread died, with POOL_BROKEN if
   * none starts, with POOL_CLOSED after close.
   */
  run(
    task: Task,
    options?: { readonly signal?: AbortSignal; readonly transfer?: readonly MessagePort[] },
  ): Promise<unknown>;
  close(): Promise<void>;
}

export function openThreads(threads: number): Threads {
  // As many as may be: a thread that died is then replaced at once, whatever waits in the queue.
  const pool = new Piscina({
    filename: workerFile(),
    minThreads: threads,
    maxThreads: threads,
    recordTiming: false,
    workerData: { memoBytes: memoBytes(threads) } satisfies WorkerSetup,
    loadBalancer: threadBalancer(),
  });
  // Not one long-lived promise to race with: it would remember every task that ever ran.
  const waiting = new Set<(reason: Error) => void>();
  const stop = (reason: Error): void => {
    for (const reject of waiting) reject(reason);
  };
  let proven = false;
  pool.on('error', (error: Error) => {
    // Threads that worked before are replaced; if the first ones fail, every other one would.
    if (!proven) stop(bitfrontError('POOL_BROKEN', { reason: error.message }, { cause: error }));
  });
  return {
    run: async (task, { signal, transfer } = {}) => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      waiting.add(reject);
      pool
        .run(withAffinity(task, task.kind === 'run' ? task.calls[0]?.affinity : undefined), {
          ...(signal === undefined ? {} : { signal }),
          ...(transfer === undefined ? {} : { transferList: [...transfer] }),
        })
        .then(resolve, reject);
      try {
        const result = await promise;
        proven = true;
        return result;
      } finally {
        waiting.delete(reject);
      }
    },
    close: async () => {
      stop(bitfrontError('POOL_CLOSED', { name: 'piscina' }));
      await pool.destroy();
    },
  };
}

/** By the package's own export: a path relative to this file breaks where sources are transformed. */
function workerFile(): string {
  return fileURLToPath(import.meta.resolve('@bitfront/pool/worker'));
}

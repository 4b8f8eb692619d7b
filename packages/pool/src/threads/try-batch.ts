import { MessageChannel } from 'node:worker_threads';
import type { CallFailure, CallOptions, CallOutcome, StageCall } from '@bitfront/core';
import { BitfrontError, bitfrontError } from '@bitfront/errors';
import { timedOut, workerDied } from '../call/machine-failure.ts';
import { newBoard, readBoard } from './call-board.ts';
import type { Threads } from './open-threads.ts';
import type { ProgressMessage, RunAnswer } from './task.ts';
import { watchTime } from './watch-time.ts';

export type BatchAttempt =
  | { readonly outcomes: readonly CallOutcome[] }
  | { readonly guilty: number; readonly failure: CallFailure };

/** A thread that dies without running any call is not a call's fault; after so many the executor is broken. */
const attempts = 3;

/**
 * Runs a batch in one thread: its outcomes, or the one call that ended the thread or ran out of time.
 * Rejects with the signal's reason, POOL_BROKEN or POOL_CLOSED.
 */
export async function tryBatch(
  pool: Threads,
  calls: readonly StageCall[],
  options: CallOptions,
): Promise<BatchAttempt> {
  let reason = '';
  for (let attempt = 0; attempt < attempts; attempt++) {
    const result = await once(pool, calls, options);
    if (!('reason' in result)) return result;
    reason = result.reason;
  }
  throw bitfrontError('POOL_BROKEN', { reason });
}

async function once(
  pool: Threads,
  calls: readonly StageCall[],
  { signal, timeoutMs, onProgress }: CallOptions,
): Promise<BatchAttempt | { readonly reason: string }> {
  signal?.throwIfAborted();
  const board = newBoard();
  const ending = new AbortController();
  const abort = (): void => ending.abort();
  signal?.addEventListener('abort', abort, { once: true });
  const channel = onProgress === undefined ? undefined : new MessageChannel();
  channel?.port1.on('message', ({ fraction, note }: ProgressMessage) => onProgress?.(fraction, note));
  let late: CallFailure | undefined;
  let lateIndex = -1;
  const watch = watchTime(board, calls.length, timeoutMs, (index, elapsedMs) => {
    lateIndex = index;
    late = timedOut(calls[index]?.plugin ?? '', timeoutMs ?? 0, elapsedMs / 1000);
    abort();
  });
  try {
    const task = { kind: 'run', calls, board } as const;
    const outcomes = await (channel === undefined
      ? pool.run(task, { signal: ending.signal })
      : pool.run({ ...task, progress: channel.port2 }, { signal: ending.signal, transfer: [channel.port2] }));
    return { outcomes: outcomes as RunAnswer };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof BitfrontError) throw error;
    if (late !== undefined) return { guilty: lateIndex, failure: late };
    const reason = error instanceof Error ? error.message : String(error);
    const { index, elapsedMs } = readBoard(board);
    const plugin = calls[index]?.plugin;
    return plugin === undefined
      ? { reason }
      : { guilty: index, failure: workerDied(plugin, reason, elapsedMs / 1000) };
  } finally {
    watch.stop();
    signal?.removeEventListener('abort', abort);
    channel?.port1.close();
  }
}

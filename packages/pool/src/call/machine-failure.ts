import type { CallFailure } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';

/** The outcome of a call that ran out of time. */
export function timedOut(plugin: string, timeoutMs: number, seconds: number): CallFailure {
  const { code, message } = bitfrontError('POOL_TIMEOUT', { plugin, seconds: timeoutMs / 1000 });
  return { ok: false, failure: { code, message, blame: 'machine' }, seconds };
}

/** The outcome of a call that took its worker with it. */
export function workerDied(plugin: string, reason: string, seconds: number): CallFailure {
  const { code, message } = bitfrontError('POOL_WORKER_DIED', { plugin, reason });
  return { ok: false, failure: { code, message, blame: 'machine' }, seconds };
}

import { setImmediate } from 'node:timers/promises';

/**
 * Gives the thread a break every 100 ms or so, to report and to notice an abort: about 5e9 operations, at two per
 * multiply-add.
 */
export function rester(workPerStep: number, signal: AbortSignal) {
  const every = Math.max(1, Math.round(5e9 / workPerStep));
  return (step: number, report: () => void): Promise<void> | undefined =>
    step % every === 0 ? rest(signal, report) : undefined;
}

async function rest(signal: AbortSignal, report: () => void): Promise<void> {
  report();
  await setImmediate();
  signal.throwIfAborted();
}

import type { CallCounter } from './call-counter.ts';

/** Heavy calls of a plugin that a run will need, as far as the plan can tell. */
export interface ExpectedCalls {
  readonly plugin: string;
  readonly calls: number;
}

/**
 * Seconds until the end, from the heavy calls that are still to come and what such calls took so far. Nothing before
 * the first call was timed; a lower bound (`atLeast`) while a plugin that is still to come has not been.
 */
export function secondsLeft(
  expected: readonly ExpectedCalls[],
  counter: CallCounter,
  threads: number,
  elapsed: ReadonlyMap<string, number>,
): { readonly seconds: number; readonly atLeast: boolean } | undefined {
  const done = counter.byPlugin;
  let seconds = 0;
  let [timed, untimed] = [0, 0];
  for (const { plugin, calls } of expected) {
    const counted = done[plugin];
    const running = counter.running.filter((call) => call.plugin === plugin);
    const finished = counted?.computed ?? 0;
    const left = calls - finished - (counted?.stored ?? 0) - running.length;
    const mean = finished > 0 ? (counted?.seconds ?? 0) / finished : guess(running, elapsed);
    if (left <= 0 && running.length === 0) continue;
    if (mean === undefined) {
      untimed++;
      continue;
    }
    timed++;
    seconds += Math.max(left, 0) * mean;
    for (const { fraction } of running) seconds += (1 - fraction) * mean;
  }
  if (timed === 0) return undefined;
  return { seconds: seconds / threads, atLeast: untimed > 0 };
}

/** From how far a first call is after how long. */
function guess(
  running: readonly { readonly plugin: string; readonly fraction: number }[],
  elapsed: ReadonlyMap<string, number>,
): number | undefined {
  const [first] = running;
  if (first === undefined || first.fraction < 0.01) return undefined;
  const since = elapsed.get(first.plugin);
  return since === undefined ? undefined : since / first.fraction;
}

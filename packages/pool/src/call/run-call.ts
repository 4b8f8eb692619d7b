import {
  type AnyStage,
  type CallOutcome,
  contentHash,
  type StageCall,
  type StageContext,
  share,
} from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { writeArtifact } from '@bitfront/store/artifacts';
import { checkArtifact } from './check-artifact.ts';
import { failureOf } from './failure-of.ts';
import { loadStage } from './load-stage.ts';

export interface CallRunOptions {
  /** Handed to the stage; aborting it rejects at once, even if the stage does not look. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number, note?: string) => void;
}

/**
 * Runs one stage call in this thread: imports the plugin, runs it, checks and shares what it returns, hashes every part
 * and, where the call asks for it, writes the artifact file before it counts as done.
 * Failures are outcomes; the promise rejects only with the reason of the signal.
 */
export async function runCall(call: StageCall, options: CallRunOptions = {}): Promise<CallOutcome> {
  const signal = options.signal ?? new AbortController().signal;
  signal.throwIfAborted();
  let seconds = 0;
  try {
    const stage = await loadStage(call);
    const context: StageContext = {
      random: (...key) => randomStream(call.seed, ...key),
      signal,
      progress: options.onProgress ?? (() => undefined),
      host: call.host,
    };
    const start = performance.now();
    let returned: unknown;
    try {
      returned = await orAborted(stage.run(call.inputs as Inputs, call.parameters, context), signal);
    } finally {
      seconds = (performance.now() - start) / 1000;
    }
    const artifact = share(checkArtifact(call.plugin, stage, returned));
    const hashes = Object.fromEntries(
      Object.entries(artifact).map(([part, value]) => [part, contentHash(value)]),
    );
    if (call.keep !== undefined) writeArtifact(call.keep, artifact, hashes);
    return { ok: true, artifact, hashes, seconds };
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, failure: failureOf(call.plugin, error), seconds };
  }
}

/** The engine picked the parts that the stage needs. */
type Inputs = Parameters<AnyStage['run']>[0];

/** What a stage returned, or a rejection as soon as the signal is aborted. */
function orAborted(returned: unknown, signal: AbortSignal): unknown {
  if (!(returned instanceof Promise)) return returned;
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return Promise.race([returned, promise]).finally(() => signal.removeEventListener('abort', stop));
}

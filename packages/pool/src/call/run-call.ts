import {
  type AnyStage,
  bareServices,
  type CallOutcome,
  contentHash,
  type StageCall,
  type StageContext,
  share,
} from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { writeArtifact } from '@bitfront/store/artifacts';
import { checkArtifact } from './check-artifact.ts';
import { inputHasher } from '../services/input-hasher.ts';
import { openCheckpoint } from '../services/call-checkpoint.ts';
import type { ThreadMemos } from '../services/thread-memos.ts';
import { failureOf } from './failure-of.ts';
import type { StageLoader } from './load-stage.ts';

export interface CallRunOptions {
  readonly loadStage: StageLoader;
  /** What stages remember in this thread; nothing if absent. */
  readonly memos?: ThreadMemos;
  /** Handed to the stage; aborting it rejects at once, even if the stage does not look. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number, note?: string) => void;
}

/**
 * Runs one stage call in this thread: finds the plugin, runs it, checks and shares what it returns, hashes its parts
 * (but for the row of what no file keeps: no stage reads it) and, where the call asks for it, writes the artifact file
 * before it counts as done. Its checkpoint goes when it is done, or would fail again.
 * Failures are outcomes; the promise rejects only with the reason of the signal.
 */
export async function runCall(call: StageCall, options: CallRunOptions): Promise<CallOutcome> {
  const signal = options.signal ?? never;
  signal.throwIfAborted();
  let seconds = 0;
  const checkpoint = openCheckpoint(call);
  try {
    const found = options.loadStage(call);
    const stage = found instanceof Promise ? await found : found;
    const context: StageContext = {
      random: (...key) => randomStream(call.seed, ...key),
      signal,
      progress: options.onProgress ?? (() => undefined),
      host: call.host,
      checkpoint: checkpoint.service,
      threads: Math.max(1, Math.floor(call.threads ?? 1)),
      memo: options.memos?.(call.module) ?? bareServices.memo,
      inputHash: inputHasher(call),
    };
    const start = performance.now();
    let returned: unknown;
    try {
      returned = stage.run(call.inputs as Inputs, call.parameters, context);
      if (returned instanceof Promise) returned = await orAborted(returned, signal);
    } finally {
      seconds = (performance.now() - start) / 1000;
    }
    const artifact = share(checkArtifact(call.plugin, stage, returned));
    const hashes: Record<string, string> = {};
    for (const part of partsToHash(call, artifact)) hashes[part] = contentHash(artifact[part]);
    if (call.keep !== undefined) writeArtifact(call.keep, artifact, hashes);
    checkpoint.drop();
    const { notices } = checkpoint;
    return { ok: true, artifact, hashes, seconds, ...(notices.length > 0 ? { notices } : {}) };
  } catch (error) {
    signal.throwIfAborted();
    const failure = failureOf(call.plugin, error);
    if (failure.blame === 'point') checkpoint.drop();
    return { ok: false, failure, seconds };
  }
}

/** Files are checked part by part; of other artifacts only what some stage may read needs a hash. */
function partsToHash({ keep, hash }: StageCall, artifact: object): readonly string[] {
  const parts = Object.keys(artifact);
  if (keep !== undefined) return parts;
  return parts.filter((part) => (hash === undefined ? part !== 'row' : hash.includes(part)));
}

/** The signal of a call that nothing can abort. */
const never = new AbortController().signal;

/** The engine picked the parts that the stage needs. */
type Inputs = Parameters<AnyStage['run']>[0];

/** What a stage returned, or a rejection as soon as the signal is aborted. */
function orAborted(returned: Promise<unknown>, signal: AbortSignal): Promise<unknown> {
  const { promise, reject } = Promise.withResolvers<never>();
  const stop = (): void => reject(signal.reason);
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  return Promise.race([returned, promise]).finally(() => signal.removeEventListener('abort', stop));
}

import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { type AnyStage, bareServices, type CallOutcome, contentHash, type StageCall } from '@bitfront/core';
import { BitfrontError, bitfrontError } from '@bitfront/errors';
import { randomStream } from '@bitfront/math';

export type Progress = (fraction: number) => void;

/** Runs one call in this thread: the plainest thing that an executor can do. */
export async function performCall(
  call: StageCall,
  progress: Progress,
  signal: AbortSignal,
): Promise<CallOutcome> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  try {
    const { default: stage } = (await import(/* @vite-ignore */ call.module)) as { default: AnyStage };
    const random = (...key: readonly (string | number)[]) => randomStream(call.seed, ...key);
    const context = { random, signal, progress, host: call.host, ...bareServices };
    const artifact = (await stage.run(call.inputs as never, call.parameters as never, context)) as object;
    const hashes = Object.entries(artifact).map(([part, value]) => [part, contentHash(value)] as const);
    if (call.keep !== undefined) writeFileSync(call.keep, serialize(artifact));
    return { ok: true, artifact: { ...artifact }, hashes: Object.fromEntries(hashes), seconds: seconds() };
  } catch (thrown) {
    if (signal.aborted) throw signal.reason;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const code = thrown instanceof BitfrontError ? thrown.code : 'STAGE_THREW';
    return { ok: false, failure: { code, message, blame: 'point' }, seconds: seconds() };
  }
}

/** Reads what a call kept. */
export function loadArtifact(file: string): Readonly<Record<string, unknown>> {
  try {
    return deserialize(readFileSync(file)) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    throw bitfrontError('ARTIFACT_DAMAGED', { file, reason: String(cause) }, { cause });
  }
}

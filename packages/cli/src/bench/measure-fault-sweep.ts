import { checkParameters, contentHash, type ParameterSchema, type StageCall, textHash } from '@bitfront/core';
import { loadPlugin } from '@bitfront/engine';
import { bitfrontError } from '@bitfront/errors';
import { createThreadMemos, memoBytes, runCall } from '@bitfront/pool';
import type { Places } from '../world/places.ts';
import type { Alone, Parts } from '../world/run-alone.ts';

export interface FaultSweep {
  readonly evaluator: Alone;
  /** Every artifact that it reads but the memory. */
  readonly inputs: Readonly<Record<string, Parts>>;
  /** Probabilities of a flip, of stored ones and zeros alike, in the order of the sweep. */
  readonly rates: readonly number[];
  readonly places: Places;
}

export interface FaultSweepMeasure {
  readonly levels: number;
  /** Every level evaluated in full. */
  readonly fullMs: number;
  /** Every level by a thread that remembers the one before. */
  readonly reusedMs: number;
  /** reusedMs / fullMs. */
  readonly ratio: number;
  /** Whether both gave the same artifact, to the last bit. */
  readonly identical: boolean;
}

/**
 * Sweeps error rates in this thread with and without a memory for earlier levels, in turns, so that both meet the same
 * disturbances. The first level, which fills the memory, counts.
 */
export async function measureFaultSweep(sweep: FaultSweep): Promise<FaultSweepMeasure> {
  const { evaluator, inputs, rates, places } = sweep;
  const { name, module, stage } = await loadPlugin(evaluator.plugin, places.pluginFolders);
  const parameters = checkParameters(name, stage.parameters as ParameterSchema, evaluator.params ?? {});
  const inputHashes = hashesOf(inputs);
  const memos = createThreadMemos(memoBytes(1));
  const evaluate = async (call: StageCall, remembering: boolean) => {
    const options = { loadStage: () => stage, ...(remembering ? { memos } : {}) };
    const outcome = await runCall(call, options);
    if (outcome.ok) return outcome;
    const { code, message } = outcome.failure;
    throw bitfrontError('STAGE_FAILED_ALONE', { plugin: name, code, message });
  };
  let [fullMs, reusedMs, identical] = [0, 0, true];
  for (const rate of rates) {
    const memory = { faults: { plusToMinus: rate, minusToPlus: rate } };
    const call = {
      plugin: name,
      module,
      parameters,
      inputs: { ...inputs, memory },
      inputHashes,
      seed: textHash('1'),
      host: places.host,
    };
    const full = await evaluate(call, false);
    const reused = await evaluate(call, true);
    fullMs += 1000 * full.seconds;
    reusedMs += 1000 * reused.seconds;
    identical &&= contentHash(full.artifact) === contentHash(reused.artifact);
  }
  return { levels: rates.length, fullMs, reusedMs, ratio: reusedMs / fullMs, identical };
}

/** Computed once: hashing all images would take longer than a level. */
function hashesOf(inputs: FaultSweep['inputs']): NonNullable<StageCall['inputHashes']> {
  return Object.fromEntries(
    Object.entries(inputs).map(([kind, parts]) => [
      kind,
      Object.fromEntries(Object.entries(parts).map(([part, value]) => [part, contentHash(value)])),
    ]),
  );
}

import { bareServices, type Evaluation, type StageContext, type ThreadMemo } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import type { EvaluationInput } from '../evaluation-input.ts';
import stage from '../evaluator-faulted.ts';

export interface ReuseBench {
  readonly input: Omit<EvaluationInput, 'memory'>;
  /** Probabilities of a flip, of stored ones and zeros alike, in the order of the sweep. */
  readonly rates: readonly number[];
  readonly repeats: number;
  /** A clock in milliseconds. */
  readonly now: () => number;
}

export interface ReuseTimes {
  /** Every level evaluated in full. */
  readonly fullMs: number;
  /** Every level from the one before, the first in full. */
  readonly reusedMs: number;
  /** reusedMs / fullMs. */
  readonly ratio: number;
  /** Whether both gave the same error rates, classes and activity to the last bit. */
  readonly identical: boolean;
}

/** Sweeps error rates with and without reuse, level by level in turns, so that both meet the same disturbances. */
export function benchReuse({ input, rates, repeats, now }: ReuseBench): ReuseTimes {
  const context: StageContext = {
    random: (...key) => randomStream('1', ...key),
    signal: new AbortController().signal,
    progress: () => undefined,
    host: { dataFolders: [] },
    ...bareServices,
  };
  const remembering = { ...context, memo: plainMemo(), inputHash: () => 'bench' };
  const evaluate = (rate: number, within: StageContext) => {
    const memory = { faults: { plusToMinus: rate, minusToPlus: rate } };
    const start = now();
    const evaluation = stage.run({ ...input, memory }, { repeats }, within) as Evaluation;
    return { evaluation, ms: now() - start };
  };
  let [fullMs, reusedMs, identical] = [0, 0, true];
  for (const rate of rates) {
    const full = evaluate(rate, context);
    const reused = evaluate(rate, remembering);
    fullMs += full.ms;
    reusedMs += reused.ms;
    identical &&= same(full.evaluation, reused.evaluation);
  }
  return { fullMs, reusedMs, ratio: reusedMs / fullMs, identical };
}

/** Forgets nothing. */
function plainMemo(): ThreadMemo {
  const kept = new Map<string, unknown>();
  return {
    get<T>(key: string, _bytes: number, make: () => T): T {
      if (!kept.has(key)) kept.set(key, make());
      return kept.get(key) as T;
    },
  };
}

function same(a: Evaluation, b: Evaluation): boolean {
  return (
    JSON.stringify([a.row, a.activity, [...a.repeats]]) ===
    JSON.stringify([b.row, b.activity, [...b.repeats]])
  );
}

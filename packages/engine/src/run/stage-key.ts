import { canonical, textHash } from '@bitfront/core';
import type { Handle } from './handle.ts';
import type { PreparedChoice } from './prepared-choice.ts';

/** The artifacts above a stage, by kind. */
export type Inputs = ReadonlyMap<string, Handle>;

/**
 * The seed of a stage: run seed, stream, and the inputs and parameters that the stage declares as its stream.
 * Never code, version or anything else, so that faults are drawn alike for every technology.
 */
export function stageSeed(
  choice: Pick<PreparedChoice, 'plugin' | 'parameters'>,
  inputs: ReadonlyMap<string, Pick<Handle, 'hashes'>>,
  runSeed: number,
): string {
  const { randomness } = choice.plugin.stage;
  if (randomness === undefined) return '';
  const from = (randomness.from as readonly string[]).map((name) => {
    const [owner = '', part = ''] = name.split('.');
    return owner === 'parameters' ? canonical(choice.parameters[part]) : inputs.get(owner)?.hashes[part];
  });
  return textHash(`${runSeed}|${randomness.stream}|${from.join('|')}`);
}

/**
 * What makes a stage's output: what it is, its parameters, the content of the parts it reads, its seed. The text
 * itself serves as key in memory; files are named by its hash.
 */
export function stageKey(choice: PreparedChoice, inputs: Inputs, seed: string, external: string): string {
  let text = `${choice.keyPrefix}|${seed}|${external}`;
  for (const [kind, parts] of choice.needs) {
    const hashes = inputs.get(kind)?.hashes;
    for (const part of parts) text += `|${kind}.${part}:${hashes?.[part]}`;
  }
  return text;
}

import type { StageCall } from '@bitfront/core';
import type { PreparedChoice } from './prepared-choice.ts';
import type { Inputs } from './stage-key.ts';

/**
 * What a heavy call is told beyond its work: the hashes of its inputs, and which other calls it should share a thread
 * with. Those are the calls of its stage that read the same outputs of heavy stages: of an evaluator, the ones with the
 * same network and data and other faults.
 */
export function callHints(
  choice: PreparedChoice,
  inputs: Inputs,
): Required<Pick<StageCall, 'inputHashes'>> & Pick<StageCall, 'affinity'> {
  const hashes: Record<string, Record<string, string>> = {};
  let affinity = '';
  for (const [kind, parts] of choice.needs) {
    const own: Record<string, string> = {};
    for (const part of parts) {
      const hash = inputs.get(kind)?.hashes[part];
      if (hash === undefined) continue;
      own[part] = hash;
      if (choice.costly.includes(kind)) affinity += `|${kind}.${part}:${hash}`;
    }
    hashes[kind] = own;
  }
  const shared = affinity === '' ? {} : { affinity: `${choice.plugin.name}${affinity}` };
  return { inputHashes: hashes, ...shared };
}

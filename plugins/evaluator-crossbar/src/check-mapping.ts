import { fanIn } from '@bitfront/bits';
import type { KnownConductance } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { sumParts } from './column/sum-parts.ts';
import type { EvaluationInput } from './evaluation-input.ts';

const plugin = 'evaluator-crossbar';

/** Refuses a memory without conductances. @throws MEMORY_CONDUCTANCE_UNKNOWN, EVALUATION_CONDUCTANCE_INVERTED */
export function knownConductance({ memory }: EvaluationInput): KnownConductance {
  const { conductance } = memory;
  if (conductance === 'unknown') throw bitfrontError('MEMORY_CONDUCTANCE_UNKNOWN', { plugin });
  const { onUs, offUs } = conductance;
  if (!(onUs > offUs)) throw bitfrontError('EVALUATION_CONDUCTANCE_INVERTED', { plugin, onUs, offUs });
  return conductance;
}

/** Refuses a mapping of another network, or one whose parts do not fit its crossbars. @throws EVALUATION_MAPPING_UNFIT */
export function checkMapping({ network, mapping }: EvaluationInput): void {
  const { layers } = network.architecture;
  const refuse = (reason: string) => bitfrontError('EVALUATION_MAPPING_UNFIT', { plugin, reason });
  if (mapping.layers.length !== layers.length)
    throw refuse(`${mapping.layers.length} layers are mapped, the network has ${layers.length}`);
  if (neuronsTogether(mapping) < 1)
    throw refuse(`a crossbar of ${mapping.array.columns} columns has no room for a pair of them`);
  for (const [index, layer] of layers.entries()) {
    const { sums } = mapping.layers[index] as EvaluationInput['mapping']['layers'][number];
    const parts = sumParts(layer, sums);
    const name = `layer ${index + 1}`;
    if (parts.length !== sums.parts)
      throw refuse(
        `${name} is cut into ${sums.parts} parts, its ${fanIn(layer)} weights make ${parts.length}`,
      );
    const most = Math.max(...parts.map((part) => part.length));
    if (most > mapping.array.rows)
      throw refuse(`a part of ${name} has ${most} weights, a crossbar ${mapping.array.rows} rows`);
  }
}

/** Neurons whose columns share a crossbar. */
export function neuronsTogether({
  array,
  pairs,
}: Pick<EvaluationInput['mapping'], 'array' | 'pairs'>): number {
  return pairs === 'neighbouring-columns' ? Math.floor(array.columns / 2) : array.columns;
}

import type { FlipProbabilities } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';

/**
 * The flip probabilities of every layer: those of the memory where it is exposed, none elsewhere. `exposed` numbers
 * layers from 1; all are where it is empty.
 * @throws EVALUATION_LAYER_UNKNOWN
 */
export function faultsByLayer(
  faults: FlipProbabilities,
  layers: number,
  exposed: readonly number[],
): readonly FlipProbabilities[] {
  const unknown = exposed.find((layer) => layer > layers);
  if (unknown !== undefined)
    throw bitfrontError('EVALUATION_LAYER_UNKNOWN', { plugin: 'evaluator-faulted', layer: unknown, layers });
  return Array.from({ length: layers }, (_, index) =>
    exposed.length === 0 || exposed.includes(index + 1) ? faults : none,
  );
}

const none: FlipProbabilities = Object.freeze({ plusToMinus: 0, minusToPlus: 0 });

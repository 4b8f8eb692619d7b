import type { InferenceView } from '@bitfront/core';

/** Runs of the whole network for one image: T where the scores or the votes of T draws are summed, else 1. */
export function networkRuns(input: InferenceView): number {
  return input.kind === 'stochastic' && input.accumulation !== 'first-layer' ? input.presentations : 1;
}

/** Bit planes of a value, or draws summed, that the first layer meets in one run. */
export function firstLayerPlanes(input: InferenceView): number {
  if (input.kind === 'fixed-point') return input.bits;
  return input.accumulation === 'first-layer' ? input.presentations : 1;
}

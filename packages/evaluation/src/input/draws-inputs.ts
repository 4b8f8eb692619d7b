import type { InferenceView } from '@bitfront/core';
import { drawsStarts } from '@bitfront/stochastic';

/** Whether anything of the inputs is drawn, so that they differ from repeat to repeat. */
export function drawsInputs(inference: InferenceView): boolean {
  if (inference.kind === 'fixed-point') return false;
  const { source } = inference;
  return source.kind === 'independent' || drawsStarts(source);
}

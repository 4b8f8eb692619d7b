import type { CrossbarMapping, Dataset, Encoding, Memory, Network } from '@bitfront/core';

/** The parts that the evaluator reads. */
export interface EvaluationInput {
  readonly dataset: Pick<Dataset, 'description' | 'test' | 'validation'>;
  readonly encoding: Pick<Encoding, 'inference'>;
  readonly network: Pick<Network, 'architecture' | 'weights' | 'thresholds' | 'output'>;
  readonly memory: Pick<Memory, 'conductance'>;
  readonly mapping: Pick<CrossbarMapping, 'array' | 'pairs' | 'layers'>;
}

import { inputScale } from '@bitfront/evaluation';
import { integerThresholds } from '@bitfront/bits';
import type { InferenceView, LayerShape, Network, PackedBits } from '@bitfront/core';
import { loadSigns } from '@bitfront/inference';
import type { BitMatrix, I32Matrix, Kernels } from '@bitfront/kernels';

/** A network in the memory of the kernels; its weights are replaced at every repeat. */
export interface LoadedNetwork {
  readonly kernels: Kernels;
  readonly layers: readonly LayerShape[];
  /** [neurons × weights of a neuron] per layer. */
  readonly weights: readonly BitMatrix[];
  /** [1 × neurons] per hidden layer, for integer dot products. */
  readonly thresholds: readonly I32Matrix[];
  readonly output: Network['output'];
  /** D = dot · scale at the last layer; 1 unless the network has one layer only. */
  readonly outputScale: number;
}

export function loadNetwork(
  kernels: Kernels,
  network: Pick<Network, 'architecture' | 'weights' | 'thresholds' | 'output'>,
  inference: InferenceView,
): LoadedNetwork {
  const { arena } = kernels;
  const scale = inputScale(inference);
  const { layers } = network.architecture;
  const weights = network.weights.map(({ rows, columns }) => arena.bits(rows, columns));
  const thresholds = network.thresholds.map((thetas) => arena.i32(1, thetas.length));
  for (const [layer, thetas] of network.thresholds.entries())
    thresholds[layer]?.view.set(integerThresholds(thetas, layer === 0 ? scale : 1));
  const outputScale = weights.length === 1 ? scale : 1;
  return { kernels, layers, weights, thresholds, output: network.output, outputScale };
}

/** Replaces the weights. */
export function loadWeights({ kernels, weights }: LoadedNetwork, stored: readonly PackedBits[]): void {
  for (const [layer, packed] of stored.entries()) loadSigns(kernels, packed, weights[layer]);
}

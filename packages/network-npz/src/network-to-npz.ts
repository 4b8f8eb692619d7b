import type { Network } from '@bitfront/core';
import { writeNpz } from '@bitfront/npy';

/** The parts of a network that the archive keeps. */
export type Exported = Pick<Network, 'architecture' | 'float'>;

/**
 * A network as a NPZ archive, per layer `i` from 0:
 * `layer{i}.weight` int8 ±1 [outputs × inputs], `layer{i}.gamma`, `.beta`, `.mean`, `.variance` float32 [outputs],
 * `layer{i}.epsilon` float64 [1]. Equal networks give equal bytes. Latent weights are kept as their signs.
 */
export function networkToNpz({ architecture, float }: Exported): Uint8Array {
  const arrays: Record<string, { data: Int8Array | Float32Array | Float64Array; shape: number[] }> = {};
  for (const [index, { inputs, outputs }] of architecture.layers.entries()) {
    const latent = float.latent[index] ?? new Float32Array(0);
    const weight = Int8Array.from(latent, (value) => (value >= 0 ? 1 : -1));
    arrays[`layer${index}.weight`] = { data: weight, shape: [outputs, inputs] };
    const batchNorm = float.batchNorm[index];
    if (batchNorm === undefined) continue;
    for (const name of ['gamma', 'beta', 'mean', 'variance'] as const)
      arrays[`layer${index}.${name}`] = { data: batchNorm[name].slice(), shape: [outputs] };
    arrays[`layer${index}.epsilon`] = { data: Float64Array.of(batchNorm.epsilon), shape: [1] };
  }
  return writeNpz(arrays);
}

import { type ConvolutionShape, fanIn, type LayerShape } from '@bitfront/bits';
import type { Network } from '@bitfront/core';
import { writeNpz } from '@bitfront/npy';
import { packRows } from './packed-rows.ts';
import { channelFirst } from './weight-order.ts';

/** The parts of a network that the archive keeps. */
export type Exported = Pick<Network, 'architecture' | 'float'>;

type Arrays = Record<
  string,
  { data: Int8Array | Uint8Array | Int32Array | Float32Array | Float64Array; shape: number[] }
>;

/**
 * A network as a NPZ archive; the README lists its arrays. Equal networks give equal bytes. Latent weights are kept as
 * their signs: ±1 as int8, or with `packed` eight to a byte, which is what the zoo ships.
 */
export function networkToNpz(
  { architecture, float }: Exported,
  { packed = false }: { readonly packed?: boolean } = {},
): Uint8Array {
  const arrays: Arrays = {};
  for (const [index, layer] of architecture.layers.entries()) {
    const name = `layer${index}`;
    writeWeights(arrays, name, layer, float.latent[index] ?? new Float32Array(0), packed);
    if (layer.kind !== 'dense') writeGeometry(arrays, name, layer, architecture.layers[index - 1]);
    const batchNorm = float.batchNorm[index];
    if (batchNorm === undefined) continue;
    for (const part of ['gamma', 'beta', 'mean', 'variance'] as const)
      arrays[`${name}.${part}`] = { data: batchNorm[part].slice(), shape: [layer.outputs] };
    arrays[`${name}.epsilon`] = { data: Float64Array.of(batchNorm.epsilon), shape: [1] };
  }
  return writeNpz(arrays);
}

function writeWeights(
  arrays: Arrays,
  name: string,
  layer: LayerShape,
  latent: Float32Array,
  packed: boolean,
): void {
  const { outputs } = layer;
  const { height, width } = layer.kind === 'dense' ? { height: 1, width: 1 } : layer.kernel;
  const channels = fanIn(layer) / (height * width);
  const shape = layer.kind === 'dense' ? [outputs, channels] : [outputs, channels, height, width];
  const values = channelFirst(latent, { outputs, channels, height, width });
  if (packed) {
    const data = packRows(values, outputs, fanIn(layer));
    arrays[`${name}.bits`] = { data, shape: [outputs, Math.ceil(fanIn(layer) / 8)] };
    arrays[`${name}.shape`] = integers(...shape);
  } else arrays[`${name}.weight`] = { data: Int8Array.from(values, (value) => (value >= 0 ? 1 : -1)), shape };
}

function writeGeometry(
  arrays: Arrays,
  name: string,
  { kind, input, stride, padding, shortcut, pool, outputs }: ConvolutionShape,
  below: LayerShape | undefined,
): void {
  // The reader derives it from a convolution below.
  if (below === undefined || below.kind === 'dense')
    arrays[`${name}.input`] = integers(input.channels, input.height, input.width);
  arrays[`${name}.stride`] = integers(stride.height, stride.width);
  arrays[`${name}.padding`] = integers(padding.height, padding.width);
  if (shortcut !== undefined) arrays[`${name}.shortcut`] = integers(shortcut.from, shortcut.weight);
  if (pool !== undefined)
    arrays[`${name}.pool`] = integers(
      pool.size.height,
      pool.size.width,
      pool.stride.height,
      pool.stride.width,
    );
  if (kind === 'depthwise') arrays[`${name}.groups`] = integers(outputs);
}

const integers = (...values: readonly number[]) => ({
  data: Int32Array.from(values),
  shape: [values.length],
});

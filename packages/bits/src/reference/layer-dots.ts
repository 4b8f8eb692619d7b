import { fanIn, inputFeatures, positions } from '../layers/layer-geometry.ts';
import type { ConvolutionShape, LayerShape } from '../layers/layer-shape.ts';
import { getBit, type PackedBits } from '../packed-bits.ts';

/**
 * Dot products of a layer with the values of one image (integers of −scale … scale, or ±1 with scale 1), in the order
 * output, y, x. Padding stands for −scale.
 */
export function layerDots(
  layer: LayerShape,
  weights: PackedBits,
  values: ArrayLike<number>,
  scale: number,
): Int32Array {
  const columns = fanIn(layer);
  const dotOf = (neuron: number, seen: (column: number) => number) => {
    let sum = 0;
    for (let column = 0; column < columns; column++)
      sum += getBit(weights, neuron, column) === 1 ? seen(column) : -seen(column);
    return sum;
  };
  if (layer.kind === 'dense')
    return Int32Array.from({ length: layer.outputs }, (_, n) => dotOf(n, (column) => values[column] ?? 0));
  const { height, width } = positions(layer);
  const at = height * width;
  return Int32Array.from({ length: layer.outputs * at }, (_, index) => {
    const neuron = Math.floor(index / at);
    const y = Math.floor((index % at) / width);
    const x = index % width;
    return dotOf(neuron, (column) => values[windowIndex(layer, neuron, y, x, column)] ?? -scale);
  });
}

/** Max-pooling of ±1 values in the order channel, y, x. */
export function poolSigns(layer: ConvolutionShape, signs: ArrayLike<number>): readonly number[] {
  const { pool, outputs } = layer;
  if (pool === undefined) return Array.from(signs);
  const before = positions(layer);
  const rows = Math.floor((before.height - pool.size.height) / pool.stride.height) + 1;
  const columns = Math.floor((before.width - pool.size.width) / pool.stride.width) + 1;
  const pooled: number[] = [];
  for (let channel = 0; channel < outputs; channel++)
    for (let y = 0; y < rows; y++)
      for (let x = 0; x < columns; x++) {
        let top = -1;
        for (let dy = 0; dy < pool.size.height; dy++)
          for (let dx = 0; dx < pool.size.width; dx++) {
            const row = channel * before.height + y * pool.stride.height + dy;
            top = Math.max(top, signs[row * before.width + x * pool.stride.width + dx] ?? -1);
          }
        pooled.push(top);
      }
  return pooled;
}

/** Layers of a network whose weight matrices are all dense. */
export function denseLayers(weights: readonly PackedBits[]): readonly LayerShape[] {
  return weights.map(({ rows, columns }) => ({ kind: 'dense', inputs: columns, outputs: rows }));
}

/** Index of the value under a weight, or beyond all values in the padding. */
function windowIndex(layer: ConvolutionShape, neuron: number, y: number, x: number, column: number): number {
  const { kernel, stride, padding, input, kind } = layer;
  const channels = kind === 'depthwise' ? 1 : input.channels;
  const tap = Math.floor(column / channels);
  const row = y * stride.height + Math.floor(tap / kernel.width) - padding.height;
  const place = x * stride.width + (tap % kernel.width) - padding.width;
  if (row < 0 || row >= input.height || place < 0 || place >= input.width) return inputFeatures(layer);
  const channel = kind === 'depthwise' ? neuron : column % channels;
  return (channel * input.height + row) * input.width + place;
}

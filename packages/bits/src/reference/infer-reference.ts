import type { FoldedNetwork } from '../fold/fold-network.ts';
import { integerThreshold } from '../fold/integer-threshold.ts';
import { positionCount, positions } from '../layers/layer-geometry.ts';
import { shortcutSource } from '../layers/shortcut.ts';
import type { LayerShape } from '../layers/layer-shape.ts';
import { type PackedBits, packedWords } from '../packed-bits.ts';
import { drawnValues, fixedPointValues, type InputValues } from './input-values.ts';
import { denseLayers, layerDots, poolSigns } from './layer-dots.ts';

/** One image: raw 8-bit values of which the `bits` most significant count, or T draws of ±1 bits (rows). */
export type ReferenceInput =
  | { readonly kind: 'fixed-point'; readonly values: Uint8Array; readonly bits: number }
  | {
      readonly kind: 'stochastic';
      readonly draws: PackedBits;
      readonly accumulation: 'first-layer' | 'output' | 'vote';
    };

/** A folded network; its layers are dense unless given. */
export interface ReferenceNetwork extends FoldedNetwork {
  readonly layers?: readonly LayerShape[];
}

export interface Inference {
  /** One per class: the output's scores, their sum over the draws (`output`), or the votes (`vote`). */
  readonly scores: Float64Array;
  /** The first class with the largest score. */
  readonly class: number;
}

/** Slow inference of one image, written to be read: what every fast path must agree with bit for bit. */
export function inferReference(network: ReferenceNetwork, input: ReferenceInput): Inference {
  const scores = scoresOf(network, input);
  return { scores, class: firstLargest(scores) };
}

function scoresOf(network: ReferenceNetwork, input: ReferenceInput): Float64Array {
  if (input.kind === 'fixed-point') return allLayers(network, fixedPointValues(input.values, input.bits));
  if (input.accumulation === 'first-layer') return allLayers(network, drawnValues(input.draws));
  const total = new Float64Array(network.output.scale.length);
  for (let draw = 0; draw < input.draws.rows; draw++) {
    const scores = allLayers(network, drawnValues(rowOf(input.draws, draw)));
    const winner = firstLargest(scores);
    scores.forEach((score, index) => {
      total[index] =
        (total[index] ?? 0) + (input.accumulation === 'output' ? score : index === winner ? 1 : 0);
    });
  }
  return total;
}

/** Thresholds and pools layer by layer, and scales the last dot products. */
function allLayers(network: ReferenceNetwork, input: InputValues): Float64Array {
  const { layers = denseLayers(network.weights), weights, thresholds, output } = network;
  let values: ArrayLike<number> = input.values;
  let { scale } = input;
  const given: ArrayLike<number>[] = [];
  for (const [index, thetas] of thresholds.entries()) {
    const layer = layers[index] as LayerShape;
    const dots = layerDots(layer, weights[index] ?? nothing, values, scale);
    addShortcut(layers, layer, given, dots);
    const each = positionCount(layer);
    const signs = Array.from(dots, (dot, place) =>
      dot >= integerThreshold(thetas[Math.floor(place / each)] ?? 0, scale) ? 1 : -1,
    );
    values = layer.kind === 'dense' ? signs : poolSigns(layer, signs);
    given.push(values);
    scale = 1;
  }
  const last = layers.length - 1;
  const dots = layerDots(layers[last] as LayerShape, weights[last] ?? nothing, values, scale);
  return output.scale.map(
    (slope, index) => slope * ((dots[index] ?? 0) / scale) + (output.offset[index] ?? 0),
  );
}

/** What the shortcut of a layer, if it has one, adds to its dots (output, y, x), from the outputs of the layers before. */
function addShortcut(
  layers: readonly LayerShape[],
  layer: LayerShape,
  given: readonly ArrayLike<number>[],
  dots: Int32Array,
): void {
  const source = shortcutSource(layers, layer);
  if (source === undefined || layer.kind === 'dense') return;
  const { from, weight, volume, step } = source;
  const { height, width } = positions(layer);
  for (let channel = 0; channel < volume.channels; channel++)
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const value = given[from]?.[(channel * volume.height + y * step) * volume.width + x * step] ?? 0;
        const place = (channel * height + y) * width + x;
        dots[place] = (dots[place] ?? 0) + weight * value;
      }
}

function firstLargest(values: Float64Array): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? 0) ? index : best), 0);
}

function rowOf(bits: PackedBits, row: number): PackedBits {
  const stride = packedWords(bits.columns);
  return { rows: 1, columns: bits.columns, words: bits.words.subarray(row * stride, (row + 1) * stride) };
}

const nothing: PackedBits = { rows: 0, columns: 0, words: new Uint32Array(0) };

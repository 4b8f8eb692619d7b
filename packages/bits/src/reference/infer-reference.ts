import type { FoldedNetwork } from '../fold/fold-network.ts';
import { integerThreshold } from '../fold/integer-threshold.ts';
import { packSigns } from '../pack-signs.ts';
import { type PackedBits, packedWords } from '../packed-bits.ts';
import { xnorDots } from '../xnor-dots.ts';
import { drawnDots, fixedPointDots, type InputDots } from './input-dots.ts';

/** One image: raw 8-bit values of which the `bits` most significant count, or T draws of ±1 bits (rows). */
export type ReferenceInput =
  | { readonly kind: 'fixed-point'; readonly values: Uint8Array; readonly bits: number }
  | {
      readonly kind: 'stochastic';
      readonly draws: PackedBits;
      readonly accumulation: 'first-layer' | 'output' | 'vote';
    };

export interface Inference {
  /** One per class: the output's scores, their sum over the draws (`output`), or the votes (`vote`). */
  readonly scores: Float64Array;
  /** The first class with the largest score. */
  readonly class: number;
}

/** Slow inference of one image, written to be read: what every fast path must agree with bit for bit. */
export function inferReference(network: FoldedNetwork, input: ReferenceInput): Inference {
  const scores = scoresOf(network, input);
  return { scores, class: firstLargest(scores) };
}

function scoresOf(network: FoldedNetwork, input: ReferenceInput): Float64Array {
  const [first = nothing] = network.weights;
  if (input.kind === 'fixed-point')
    return upperLayers(network, fixedPointDots(first, input.values, input.bits));
  if (input.accumulation === 'first-layer') return upperLayers(network, drawnDots(first, input.draws));
  const total = new Float64Array(network.output.scale.length);
  for (let draw = 0; draw < input.draws.rows; draw++) {
    const scores = upperLayers(network, drawnDots(first, rowOf(input.draws, draw)));
    const winner = firstLargest(scores);
    scores.forEach((score, index) => {
      total[index] =
        (total[index] ?? 0) + (input.accumulation === 'output' ? score : index === winner ? 1 : 0);
    });
  }
  return total;
}

/** Thresholds layer 1, runs the layers above it, and scales the last dot products. */
function upperLayers(network: FoldedNetwork, input: InputDots): Float64Array {
  let { dots, scale } = input;
  for (const [layer, thetas] of network.thresholds.entries()) {
    const signs = dots.map((dot, neuron) => (dot >= integerThreshold(thetas[neuron] ?? 0, scale) ? 1 : -1));
    dots = xnorDots(network.weights[layer + 1] ?? nothing, packSigns(signs, 1, signs.length));
    scale = 1;
  }
  return network.output.scale.map(
    (slope, index) => slope * ((dots[index] ?? 0) / scale) + (network.output.offset[index] ?? 0),
  );
}

function firstLargest(values: Float64Array): number {
  return values.reduce((best, value, index) => (value > (values[best] ?? 0) ? index : best), 0);
}

function rowOf(bits: PackedBits, row: number): PackedBits {
  const stride = packedWords(bits.columns);
  return { rows: 1, columns: bits.columns, words: bits.words.subarray(row * stride, (row + 1) * stride) };
}

const nothing: PackedBits = { rows: 0, columns: 0, words: new Uint32Array(0) };

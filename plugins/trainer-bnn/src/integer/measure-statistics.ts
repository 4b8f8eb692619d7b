import { type BatchNorm, foldBatchNorm, integerThresholds, invertRow, packSigns } from '@bitfront/bits';
import type { BitMatrix, Kernels } from '@bitfront/kernels';
import type { Presentation } from '../input/presentation.ts';
import { activate, integerDots, loadWeights } from './integer-layer.ts';
import { addMoments, meanAndVariance, noMoments } from './row-moments.ts';

/** A layer whose weights are final and whose batch norm still lacks its statistics. */
export interface UnmeasuredLayer {
  readonly inputs: number;
  readonly outputs: number;
  /** [outputs × inputs], row-major. */
  readonly latent: Float32Array;
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
  readonly epsilon: number;
}

/**
 * The batch norms for inference: mean and variance of every neuron over the presented examples, with the final
 * weights, layer by layer on the folded integer network, whose lower layers are measured already. Running averages
 * would mix in the weights of earlier steps. Sums are exact, so the order of additions does not matter.
 */
export function measureStatistics(
  kernels: Kernels,
  layers: readonly UnmeasuredLayer[],
  shown: Presentation,
): readonly BatchNorm[] {
  const outer = kernels.arena.mark();
  const chunks: Chunk[] = [];
  for (let from = 0; from < shown.count; from += chunkImages)
    chunks.push({ from, to: Math.min(shown.count, from + chunkImages), bits: undefined });
  // Bits are few enough to be kept for the second pass over layer 1.
  if (shown.top === 1)
    for (const chunk of chunks) chunk.bits = shown.load(kernels, chunk.from, chunk.to) as BitMatrix;
  const measured = layers.map((layer, index) => {
    const packed = packSigns(layer.latent, layer.outputs, layer.inputs);
    const scale = index === 0 ? shown.top : 1;
    const moments = noMoments(layer.outputs);
    eachChunk(kernels, loadWeights(kernels, packed), chunks, shown, (dots) => addMoments(moments, dots));
    const { gamma, beta, epsilon } = layer;
    const batchNorm = { gamma, beta, ...meanAndVariance(moments, shown.count, scale), epsilon };
    if (index === layers.length - 1) return batchNorm;
    const folded = foldBatchNorm(batchNorm, layer.inputs);
    for (const row of folded.inverted) invertRow(packed, row);
    const thresholds = integerThresholds(folded.thresholds, scale);
    const outputs = chunks.map(({ from, to }) => kernels.arena.bits(layer.outputs, to - from));
    eachChunk(kernels, loadWeights(kernels, packed), chunks, shown, (dots, chunk) => {
      activate(kernels, dots, thresholds, outputs[chunk] as BitMatrix);
    });
    for (const [chunk, bits] of outputs.entries()) (chunks[chunk] as Chunk).bits = bits;
    return batchNorm;
  });
  kernels.arena.release(outer);
  return measured;
}

interface Chunk {
  readonly from: number;
  readonly to: number;
  /** What the layer at hand is shown; layer 1 may load it anew. */
  bits: BitMatrix | undefined;
}

/** Images presented together. */
const chunkImages = 512;

function eachChunk(
  kernels: Kernels,
  weights: BitMatrix,
  chunks: readonly Chunk[],
  shown: Presentation,
  use: (dots: ReturnType<typeof integerDots>, chunk: number) => void,
): void {
  for (const [index, { from, to, bits }] of chunks.entries()) {
    const mark = kernels.arena.mark();
    use(integerDots(kernels, weights, bits ?? shown.load(kernels, from, to), shown.top), index);
    kernels.arena.release(mark);
  }
}

import {
  type BatchNorm,
  fanIn,
  foldBatchNorm,
  integerThresholds,
  invertRow,
  type LayerShape,
  packSigns,
  positionCount,
  shortcutWeight,
} from '@bitfront/bits';
import { activate, layerDots, loadSigns, outputBits, shortcutOf } from '@bitfront/inference';
import type { BitMatrix, I32Matrix, Kernels } from '@bitfront/kernels';
import type { Presentation } from '../input/presentation.ts';
import { thresholdRow } from './threshold-row.ts';
import { addMoments, meanAndVariance, noMoments } from './row-moments.ts';

/** A layer whose weights are final and whose batch norm still lacks its statistics. */
export interface UnmeasuredLayer {
  readonly shape: LayerShape;
  /** [outputs × fan-in], row-major. */
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
  for (let from = 0; from < shown.count; from += shown.chunk)
    chunks.push({ from, to: Math.min(shown.count, from + shown.chunk), bits: undefined, outputs: [] });
  // Bits are few enough to be kept for the second pass over layer 1.
  if (shown.top === 1)
    for (const chunk of chunks) chunk.bits = shown.load(kernels, chunk.from, chunk.to) as BitMatrix;
  const shapes = layers.map(({ shape }) => shape);
  const measured = layers.map((layer, index) => {
    const { shape, latent, gamma, beta, epsilon } = layer;
    const packed = packSigns(latent, shape.outputs, fanIn(shape));
    const scale = index === 0 ? shown.top : 1;
    const moments = noMoments(shape.outputs);
    const use = (signs: BitMatrix, each: (dots: I32Matrix, chunk: number, lanes: number) => void) =>
      eachChunk(kernels, { shape, signs, scale, shapes }, chunks, shown, each);
    use(loadSigns(kernels, packed), (dots, chunk, lanes) => {
      const { from, to } = chunks[chunk] as Chunk;
      addMoments(moments, dots, lanes, to - from);
    });
    const seen = shown.count * positionCount(shape);
    const batchNorm = { gamma, beta, ...meanAndVariance(moments, seen, scale), epsilon };
    if (index === layers.length - 1) return batchNorm;
    const folded = foldBatchNorm(batchNorm, fanIn(shape) + shortcutWeight(shape));
    for (const row of folded.inverted) invertRow(packed, row);
    const thresholds = thresholdRow(kernels, integerThresholds(folded.thresholds, scale));
    const outputs = chunks.map(({ from, to }) => outputBits(kernels, shape, shown.lanes(to - from)));
    use(loadSigns(kernels, packed), (dots, chunk, lanes) => {
      activate(kernels, shape, dots, thresholds, lanes, outputs[chunk] as BitMatrix);
    });
    for (const [index, bits] of outputs.entries()) {
      const chunk = chunks[index] as Chunk;
      chunk.bits = bits;
      chunk.outputs.push(bits);
    }
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
  /** Of all layers measured so far, for shortcuts. */
  readonly outputs: BitMatrix[];
}

interface IntegerLayer {
  readonly shape: LayerShape;
  readonly shapes: readonly LayerShape[];
  readonly signs: BitMatrix;
  /** Of its dot products. */
  readonly scale: number;
}

function eachChunk(
  kernels: Kernels,
  { shape, signs, scale, shapes }: IntegerLayer,
  chunks: readonly Chunk[],
  shown: Presentation,
  use: (dots: I32Matrix, chunk: number, lanes: number) => void,
): void {
  for (const [index, { from, to, bits, outputs }] of chunks.entries()) {
    const mark = kernels.arena.mark();
    const lanes = shown.lanes(to - from);
    const values = bits ?? shown.load(kernels, from, to);
    const shortcut = shortcutOf(shapes, shape, outputs);
    use(layerDots(kernels, shape, signs, { values, scale, lanes, shortcut }), index, lanes);
    kernels.arena.release(mark);
  }
}

import { batchNormAffine, inputFeatures, packSigns, positionCount } from '@bitfront/bits';
import type { Examples, LayerShape, Network } from '@bitfront/core';
import { firstLargest, layerDots, loadSigns, outputBits } from '@bitfront/inference';
import {
  type BitMatrix,
  type ByteMatrix,
  createKernels,
  type I32Matrix,
  type Kernels,
} from '@bitfront/kernels';

const lanes = 128;

/**
 * The classes of grey images by the network before it was folded: latent signs as trained, batch norm in double
 * precision, sign, maximum. Dot products are integers and exact, so kernels may compute them; nothing else of the fast
 * path is used.
 */
export function floatClasses(network: Network, examples: Examples): Uint16Array {
  const kernels = createKernels();
  const { arena } = kernels;
  const { layers } = network.architecture;
  const signs = layers.map((layer, index) => {
    const latent = network.float.latent[index] ?? [];
    return loadSigns(kernels, packSigns(latent, layer.outputs, latent.length / layer.outputs));
  });
  const features = inputFeatures(layers[0] as LayerShape);
  const classes = new Uint16Array(examples.count);
  for (let from = 0; from < examples.count; from += lanes) {
    const mark = arena.mark();
    let values: BitMatrix | ByteMatrix = grey(kernels, examples, from, features);
    for (const [index, layer] of layers.entries()) {
      const scale = index === 0 ? 255 : 1;
      const dots = layerDots(kernels, layer, signs[index] as BitMatrix, { values, scale, lanes });
      const y = batchNorm(network, index, dots, scale);
      if (index < layers.length - 1) values = pooledSigns(kernels, layer, y, dots);
      else
        for (let lane = 0; lane < lanes && from + lane < examples.count; lane++)
          classes[from + lane] = firstLargest(y.map((row) => row[lane] ?? 0));
    }
    arena.release(mark);
  }
  return classes;
}

function grey(kernels: Kernels, { values, count }: Examples, from: number, features: number): ByteMatrix {
  const counts = kernels.arena.bytes(features, lanes);
  const images = kernels.arena.bytes(lanes, features);
  for (let lane = 0; lane < lanes && from + lane < count; lane++)
    images.row(lane).set(values.subarray((from + lane) * features, (from + lane + 1) * features));
  kernels.transposeBytes(images, counts);
  return counts;
}

/** y = γ · (dot − mean) / √(variance + ε) + β of every neuron, in double precision. */
function batchNorm(network: Network, index: number, dots: I32Matrix, scale: number): Float64Array[] {
  const norm = network.float.batchNorm[index];
  if (norm === undefined) return [];
  const { scale: slope, offset } = batchNormAffine(norm);
  return Array.from({ length: dots.rows }, (_, neuron) =>
    Float64Array.from(
      dots.row(neuron),
      (dot) => (slope[neuron] ?? 0) * (dot / scale) + (offset[neuron] ?? 0),
    ),
  );
}

function pooledSigns(
  kernels: Kernels,
  layer: LayerShape,
  y: readonly Float64Array[],
  dots: I32Matrix,
): BitMatrix {
  const before = kernels.arena.bits(layer.outputs, positionCount(layer) * lanes);
  const { view, wordsPerRow } = before;
  for (const [neuron, row] of y.entries())
    for (let column = 0; column < dots.columns; column++)
      if ((row[column] ?? -1) >= 0) {
        const word = neuron * wordsPerRow + (column >>> 5);
        view[word] = (view[word] ?? 0) | (1 << (column & 31));
      }
  if (layer.kind === 'dense' || layer.pool === undefined) return before;
  const out = outputBits(kernels, layer, lanes);
  kernels.maxPoolBits(before, layer, lanes, out);
  return out;
}

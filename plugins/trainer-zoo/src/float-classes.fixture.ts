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
      const norm = batchNorm(network, index, scale);
      if (index < layers.length - 1) values = pooledSigns(kernels, layer, dots, norm);
      else
        for (let lane = 0; lane < lanes && from + lane < examples.count; lane++) {
          const dotOf = (neuron: number) => dots.view[neuron * dots.stride + lane] ?? 0;
          classes[from + lane] = firstLargest(
            Float64Array.from({ length: dots.rows }, (_, neuron) => norm(neuron)(dotOf(neuron))),
          );
        }
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

/** y = γ · (dot − mean) / √(variance + ε) + β of a neuron, in double precision. */
function batchNorm(network: Network, index: number, scale: number) {
  const norm = network.float.batchNorm[index];
  if (norm === undefined) throw new TypeError(`layer ${index} has no batch norm`);
  const { scale: slopes, offset: offsets } = batchNormAffine(norm);
  return (neuron: number) => {
    const [slope, offset] = [slopes[neuron] ?? 0, offsets[neuron] ?? 0];
    return (dot: number): number => slope * (dot / scale) + offset;
  };
}

function pooledSigns(
  kernels: Kernels,
  layer: LayerShape,
  dots: I32Matrix,
  norm: ReturnType<typeof batchNorm>,
): BitMatrix {
  const before = kernels.arena.bits(layer.outputs, positionCount(layer) * lanes);
  const { view, wordsPerRow } = before;
  const { view: values, stride, columns } = dots;
  for (let neuron = 0; neuron < layer.outputs; neuron++) {
    const y = norm(neuron);
    for (let start = 0; start < columns; start += 32) {
      let word = 0;
      for (let bit = 0; bit < 32; bit++)
        if (y(values[neuron * stride + start + bit] as number) >= 0) word |= 1 << bit;
      view[neuron * wordsPerRow + start / 32] = word;
    }
  }
  if (layer.kind === 'dense' || layer.pool === undefined) return before;
  const out = outputBits(kernels, layer, lanes);
  kernels.maxPoolBits(before, layer, lanes, out);
  return out;
}

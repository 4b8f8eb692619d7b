import type { DenseShape, LayerShape } from '@bitfront/bits';
import { outputBits } from '@bitfront/inference';
import {
  type BitMatrix,
  bitBlock,
  type ByteMatrix,
  type I16Matrix,
  type I32Matrix,
  type Kernels,
} from '@bitfront/kernels';

/** What is kept of one layer and one block of images from level to level. */
export interface LayerMemory {
  /** Dots of a dense layer, in 16 bits where they fit. */
  readonly dots?: I16Matrix | I32Matrix;
  /** Inputs of a dense layer above the first, image by image. */
  readonly images?: BitMatrix;
  /** Outputs of a hidden layer. */
  readonly signs?: BitMatrix;
}

export function openLayer(
  kernels: Kernels,
  layers: readonly LayerShape[],
  index: number,
  scale: number,
  lanes: number,
): LayerMemory {
  const { arena } = kernels;
  const layer = layers[index] as LayerShape;
  const signs = index < layers.length - 1 ? { signs: outputBits(kernels, layer, lanes) } : {};
  if (layer.kind !== 'dense') return signs;
  const narrow = layer.inputs * (index === 0 ? scale : 1) <= largestNarrow;
  return {
    ...signs,
    dots: narrow ? arena.i16(layer.outputs, lanes) : arena.i32(layer.outputs, lanes),
    ...(followsChanges(layer, index) ? { images: arena.bits(lanes, layer.inputs) } : {}),
  };
}

/** The kernels compare dots of 16 bits with thresholds beyond their range. */
const largestNarrow = 32_766;

/** Whether single changed inputs of a layer are worth following: not in layer 1, where none change, nor in small ones. */
export function followsChanges(layer: LayerShape, index: number): layer is DenseShape {
  return layer.kind === 'dense' && index > 0 && layer.outputs >= 32;
}

/** Where the blocks of one size are worked on, layer by layer; its content never outlives a block. */
export interface LayerScratch {
  /** Where outputs of a hidden layer differ from before. */
  readonly changed?: BitMatrix;
  /** Outputs of a convolution before they replace the old ones. */
  readonly fresh?: BitMatrix;
  readonly changedImages?: BitMatrix;
  readonly deltasByImage?: ByteMatrix;
  readonly deltas?: ByteMatrix;
}

export function openScratch(
  kernels: Kernels,
  layers: readonly LayerShape[],
  index: number,
  lanes: number,
): LayerScratch {
  const { arena } = kernels;
  const layer = layers[index] as LayerShape;
  const outputs = () => outputBits(kernels, layer, lanes);
  const changed = index < layers.length - 1 ? { changed: outputs() } : {};
  if (layer.kind !== 'dense') return { ...changed, fresh: outputs() };
  if (!followsChanges(layer, index)) return changed;
  const padded = Math.ceil(layer.outputs / bitBlock) * bitBlock;
  return {
    ...changed,
    changedImages: arena.bits(lanes, layer.inputs),
    deltasByImage: arena.bytes(lanes, padded),
    deltas: arena.bytes(padded, lanes),
  };
}

import type { LayerShape } from '@bitfront/bits';
import { outputBits } from '@bitfront/inference';
import {
  type BitMatrix,
  type I16Matrix,
  type I32Matrix,
  type Kernels,
  marginPlanes,
  mostMarginInputs,
} from '@bitfront/kernels';

/** What is kept of one layer and one block of images from level to level. */
export interface LayerMemory {
  /** Of a hidden dense layer that sees signs: how far its dots are from the thresholds. */
  readonly margins?: BitMatrix;
  /** Whether the margins are those of the outputs; levels of much change leave them behind. */
  marginsHold: boolean;
  /** Dots of another dense layer, in 16 bits where they fit. */
  readonly dots?: I16Matrix | I32Matrix;
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
  if (layer.kind !== 'dense') return { ...signs, marginsHold: false };
  if (keepsMargins(layers, index, scale)) {
    const margins = arena.bits(layer.outputs * marginPlanes(layer.inputs), lanes);
    return { ...signs, margins, marginsHold: false };
  }
  const narrow = layer.inputs * (index === 0 ? scale : 1) <= largestNarrow;
  const dots = narrow ? arena.i16(layer.outputs, lanes) : arena.i32(layer.outputs, lanes);
  return { ...signs, dots, marginsHold: false };
}

/** All that is kept of a layer of the same shape. */
export function copyLayer(from: LayerMemory, to: LayerMemory): void {
  for (const kept of ['margins', 'dots', 'signs'] as const) {
    const matrix = from[kept];
    if (matrix !== undefined) to[kept]?.view.set(matrix.view);
  }
  to.marginsHold = from.marginsHold;
}

/** The kernels compare dots of 16 bits with thresholds beyond their range. */
const largestNarrow = 32_766;

/** Whether margins of a layer are worth keeping; `scale` is that of the network's input, 1 for signs. */
export function keepsMargins(layers: readonly LayerShape[], index: number, scale: number): boolean {
  const layer = layers[index] as LayerShape;
  if (layer.kind !== 'dense' || index === layers.length - 1 || layer.inputs > mostMarginInputs) return false;
  return index === 0 ? scale === 1 : followsChanges(layers, index);
}

/** Whether single changed inputs of a layer are followed: not in layer 1, where none change, nor in small ones. */
export function followsChanges(layers: readonly LayerShape[], index: number): boolean {
  const layer = layers[index] as LayerShape;
  return (
    layer.kind === 'dense' &&
    index > 0 &&
    index < layers.length - 1 &&
    layer.outputs >= 32 &&
    layer.inputs <= mostMarginInputs
  );
}

/** Where the blocks of one size are worked on, layer by layer; its content never outlives a block. */
export interface LayerScratch {
  /** Where outputs of a hidden layer differ from before. */
  readonly changed?: BitMatrix;
  /** Outputs of a hidden layer before they replace the old ones. */
  readonly fresh?: BitMatrix;
  /** Dots of which only margins are kept. */
  readonly dots?: I32Matrix;
}

export function openScratch(
  kernels: Kernels,
  layers: readonly LayerShape[],
  index: number,
  scale: number,
  lanes: number,
): LayerScratch {
  if (index === layers.length - 1) return {};
  const layer = layers[index] as LayerShape;
  const outputs = () => outputBits(kernels, layer, lanes);
  const dots = keepsMargins(layers, index, scale) ? { dots: kernels.arena.i32(layer.outputs, lanes) } : {};
  return { changed: outputs(), fresh: outputs(), ...dots };
}

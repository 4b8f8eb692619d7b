import type { BitMatrix, I32Matrix, Kernels } from '@bitfront/kernels';
import type { TrainingLayer } from './training-layer.ts';

/** Pre-activations of a layer above the first, from the signs that the layer below gives. */
export function forwardProduct(kernels: Kernels, layer: TrainingLayer, below: TrainingLayer): void {
  const operand = gather(kernels, layer, below);
  // Only the first layer may have real ones.
  const dots = layer.dots.values as I32Matrix;
  if (layer.shape.kind === 'depthwise') kernels.depthwiseDots(operand, layer.forwardSigns, dots);
  else kernels.productBitSign(layer.forwardSigns, operand, dots);
}

/** Gradient of the latent weights; the layer's `gradient` is that of the pre-activations. */
export function weightGradient(kernels: Kernels, layer: TrainingLayer, below: TrainingLayer): void {
  const operand = layer.gathered ?? below.outputSigns;
  if (layer.shape.kind === 'depthwise')
    kernels.depthwiseWeightGradient(operand, layer.gradient, layer.latent.gradient);
  else kernels.productRealSignTransposed(operand, layer.gradient, layer.latent.gradient);
}

/** Gradient of what the layer below gives. */
export function inputGradient(kernels: Kernels, layer: TrainingLayer, below: TrainingLayer): void {
  const { shape, images, usedSigns, gradient } = layer;
  if (shape.kind === 'dense') {
    const target = kernels.arena.reshape(below.outputGradient, shape.inputs, images);
    kernels.productRealSign(usedSigns, gradient, target);
  } else kernels.convolutionInputGradient(usedSigns, gradient, shape, images, below.outputGradient);
}

function gather(kernels: Kernels, layer: TrainingLayer, below: TrainingLayer): BitMatrix {
  const { gathered, shape, images } = layer;
  if (gathered === undefined) return below.outputSigns;
  if (shape.kind === 'dense') kernels.flattenPixels(below.outputSigns, images, gathered);
  else kernels.convolutionWindows(below.outputSigns, shape, images, gathered);
  return gathered;
}

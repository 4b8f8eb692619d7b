export { type Affine, type BatchNorm, batchNormAffine } from './fold/batch-norm-affine.ts';
export { foldBatchNorm, type FoldedBatchNorm } from './fold/fold-batch-norm.ts';
export { type FoldedNetwork, foldNetwork, type TrainedLayer } from './fold/fold-network.ts';
export { integerThreshold, integerThresholds } from './fold/integer-threshold.ts';
export { invertRow } from './invert-row.ts';
export { checkLayers } from './layers/check-layers.ts';
export {
  fanIn,
  inputFeatures,
  outputFeatures,
  outputVolume,
  positionCount,
  positions,
} from './layers/layer-geometry.ts';
export type { ConvolutionShape, DenseShape, Extent, LayerShape, Volume } from './layers/layer-shape.ts';
export { type ShortcutSource, shortcutProblem, shortcutSource, shortcutWeight } from './layers/shortcut.ts';
export { packSigns } from './pack-signs.ts';
export { emptyBits, getBit, type PackedBits, packedWords } from './packed-bits.ts';
export { popcount } from './popcount.ts';
export {
  type Inference,
  inferReference,
  type ReferenceInput,
  type ReferenceNetwork,
} from './reference/infer-reference.ts';
export { drawnValues, fixedPointValues, type InputValues } from './reference/input-values.ts';
export { denseLayers, layerDots, poolSigns } from './reference/layer-dots.ts';
export { unpackSigns } from './unpack-signs.ts';
export { xnorDots } from './xnor-dots.ts';

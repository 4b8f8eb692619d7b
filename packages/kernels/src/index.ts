export type { Arena, ArenaMark } from './arena.ts';
export { compileKernels } from './compile-kernels.ts';
export { createKernels, type KernelOptions } from './create-kernels.ts';
export type { Kernels } from './kernels.ts';
export type { Lanes } from './lanes.ts';
export {
  type BitMatrix,
  type ByteMatrix,
  bitBlock,
  byteBlock,
  type F32Matrix,
  type I16Matrix,
  type I32Matrix,
  laneBlock,
  type Matrix,
} from './matrix.ts';
export type { KernelBackend } from './native-overlay.ts';
export type { AdamUpdate } from './operations/adam.ts';
export type {
  BatchNormBackward,
  BatchNormForward,
  BatchNormInference,
  PooledGradient,
} from './operations/batch-norm.ts';
export type { DotMove, WeightFlips } from './operations/move-dots.ts';
export { type MarginMove, marginPlanes, mostMarginInputs } from './operations/move-margins.ts';
export type { SoftmaxCrossEntropy } from './operations/softmax.ts';
export type { KernelModule } from './webassembly.ts';

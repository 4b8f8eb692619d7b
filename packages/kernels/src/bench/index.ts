export { type BenchBackend, benchKernels, memoryMiB } from './backends.ts';
export type { TimingOptions } from './best-times.ts';
export {
  benchNetwork,
  type InferenceMeasure,
  type InferenceShape,
  inferenceShapes,
  measureInference,
} from './measure-inference.ts';
export { type KernelMeasure, type KernelShape, kernelShapes, measureKernels } from './measure-kernels.ts';

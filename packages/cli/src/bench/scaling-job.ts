import { createKernels } from '@bitfront/kernels';
import { benchNetwork, type InferenceShape } from '@bitfront/kernels/bench';
import { type BenchNetwork, openSteps } from '@bitfront/training/bench';

/** What every worker of a measurement does on its own. */
export type ScalingJob = { readonly backend: 'wasm' | 'native' } & (
  | { readonly kind: 'training'; readonly network: BenchNetwork }
  | { readonly kind: 'inference'; readonly shape: InferenceShape }
);

/** A step of it: a training step, or all images of the shape. */
export function openJob(job: ScalingJob): () => void {
  const kernels = createKernels({ backend: job.backend });
  return job.kind === 'training'
    ? openSteps(job.network, kernels).step
    : benchNetwork(kernels, job.shape).run;
}

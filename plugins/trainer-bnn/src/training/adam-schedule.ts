import { cosineDecay } from './cosine-decay.ts';
import type { StepSize } from './train-step.ts';

/**
 * Adam's numbers of step 1, 2, … `total` (Kingma and Ba, ICLR 2015, end of section 2), with a learning rate that
 * falls to 0 along a cosine. Powers of beta are products, one factor per step: `pow` differs between engines.
 */
export function adamSchedule(
  learningRate: number,
  beta1: number,
  beta2: number,
  total: number,
): () => StepSize {
  let step = 0;
  let power1 = 1;
  let power2 = 1;
  return () => {
    const rate = learningRate * cosineDecay(step / total);
    step++;
    power1 *= beta1;
    power2 *= beta2;
    return { stepSize: rate / (1 - power1), varianceScale: 1 / Math.sqrt(1 - power2) };
  };
}

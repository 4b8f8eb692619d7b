import type { StepSize } from '../steps/train-step.ts';
import { type ScheduleName, scheduleFactor } from './schedule.ts';

/**
 * Adam's numbers of step 1, 2, … `total` (Kingma and Ba, ICLR 2015, end of section 2), after the first `done` steps.
 * Powers of beta are products, one factor per step: `pow` differs between engines.
 */
export function adamSchedule(
  rate: { readonly start: number; readonly schedule: ScheduleName },
  beta1: number,
  beta2: number,
  { total, done }: { readonly total: number; readonly done: number },
): () => StepSize {
  let step = 0;
  let power1 = 1;
  let power2 = 1;
  const next = () => {
    const learningRate = rate.start * scheduleFactor(rate.schedule, step / total);
    step++;
    power1 *= beta1;
    power2 *= beta2;
    return { stepSize: learningRate / (1 - power1), varianceScale: 1 / Math.sqrt(1 - power2) };
  };
  while (step < done) next();
  return next;
}

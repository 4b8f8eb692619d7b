import { type MeanInterval95, meanInterval95, sum, wilson95 } from '@bitfront/math';

/**
 * Mean error rate over repeats on the same images, with a 95 % interval for two causes of chance:
 * - which images were tested: Wilson's interval of the mean rate among `images` trials, as if they were one test;
 * - which faults and inputs were drawn: Student's t over the repeats, where there are two at least.
 * The distances of each end from the mean are added in quadrature, and the ends are kept within [0, 1].
 */
export function errorInterval(rates: Float64Array, images: number): MeanInterval95 {
  const mean = Math.min(1, sum(rates) / rates.length);
  const sampling = wilson95(mean * images, images);
  const half = rates.length < 2 ? 0 : halfWidth(rates);
  return {
    mean,
    low: Math.max(0, mean - quadrature(mean - sampling.low, half)),
    high: Math.min(1, mean + quadrature(sampling.high - mean, half)),
  };
}

function halfWidth(rates: Float64Array): number {
  const { mean, high } = meanInterval95(rates);
  return high - mean;
}

const quadrature = (a: number, b: number): number => Math.sqrt(a * a + b * b);

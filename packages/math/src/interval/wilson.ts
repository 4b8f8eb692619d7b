import { bitfrontError } from '@bitfront/errors';
import type { Interval95 } from './mean-interval.ts';

/**
 * 95 % interval of a proportion from `errors` among `trials`: with p = errors / trials, z = 1.96,
 * (p + z^2/2n -+ z sqrt(p (1 - p) / n + z^2/4n^2)) / (1 + z^2/n). Within [0, 1], and honest at 0 and n errors.
 * Throws NUMBER_INVALID unless 0 <= errors <= trials and trials > 0; both may be fractional (means over repeats).
 * Source: E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209.
 */
export function wilson95(errors: number, trials: number): Interval95 {
  if (!(trials > 0 && trials < Number.POSITIVE_INFINITY)) {
    throw bitfrontError('NUMBER_INVALID', {
      name: 'trials',
      value: String(trials),
      expected: 'a positive number',
    });
  }
  if (!(errors >= 0 && errors <= trials)) {
    throw bitfrontError('NUMBER_INVALID', {
      name: 'errors',
      value: String(errors),
      expected: `a number from 0 to ${trials}`,
    });
  }
  const zSquare = 1.9599639845400543 * 1.9599639845400543;
  const p = errors / trials;
  const centre = p + zSquare / (2 * trials);
  const spread = 1.9599639845400543 * Math.sqrt((p * (1 - p) + zSquare / (4 * trials)) / trials);
  const scale = 1 + zSquare / trials;
  // At 0 and n errors one end is exact; rounding must not move it.
  return {
    low: errors === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: errors === trials ? 1 : Math.min(1, (centre + spread) / scale),
  };
}

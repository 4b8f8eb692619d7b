import type { Claim, Measured } from './reproduction.ts';
import { isMet } from './tolerance.ts';

export type Verdict = 'reproduced' | 'direction only' | 'not reproduced';

/**
 * `reproduced` where our number meets the tolerance; `direction only` where it misses it but lies on the side that the
 * claim names, or where no more can be said; `not reproduced` otherwise. The interval has no say: a wide one must not help.
 */
export function verdictOf(
  {
    tolerance,
    published,
    direction,
    atBest,
  }: Pick<Claim, 'tolerance' | 'published' | 'direction' | 'atBest'>,
  { value }: Measured,
): Verdict {
  if (isMet(tolerance, published, value)) return atBest ?? 'reproduced';
  if (direction === undefined) return 'not reproduced';
  const sameSide = 'above' in direction ? value > direction.above : value < direction.below;
  return sameSide ? 'direction only' : 'not reproduced';
}

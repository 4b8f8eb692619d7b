import type { Claim, Measured } from './reproduction.ts';
import { isLimit, isMet } from './tolerance.ts';

export type Verdict = 'reproduced' | 'direction only' | 'not reproduced';

/**
 * `reproduced` where our number meets the tolerance; `direction only` where it misses it but lies on the side that the
 * claim names, or where no more can be said; `not reproduced` otherwise. A wide interval never helps: a number that meets a
 * limit, but whose interval reaches to the other side, is `direction only`.
 */
export function verdictOf(
  {
    tolerance,
    published,
    direction,
    atBest,
  }: Pick<Claim, 'tolerance' | 'published' | 'direction' | 'atBest'>,
  { value, low95 = value, high95 = value }: Measured,
): Verdict {
  const onSide = (end: number): boolean =>
    direction === undefined || ('above' in direction ? end > direction.above : end < direction.below);
  if (isMet(tolerance, published, value)) {
    const sure = !isLimit(tolerance) || (onSide(low95) && onSide(high95));
    return sure ? (atBest ?? 'reproduced') : 'direction only';
  }
  return direction !== undefined && onSide(value) ? 'direction only' : 'not reproduced';
}

import { normalTail } from '@bitfront/math';
import { type LogNormalStates, refuseImpossible } from './log-normal-states.ts';
import { refuseOutside } from './refuse-outside.ts';

/** Probabilities that a state reads as the other one. */
export interface ReadErrors {
  readonly lowReadsHigh: number;
  readonly highReadsLow: number;
}

/**
 * One cell compared with a reference resistance. The offset of the comparator adds to ln R of the cell, so each state
 * has the deviation a = √(σ_L² + s²) or b = √(σ_H² + s²) around its median:
 *
 *   P(low reads high) = Q((ln R_ref − µ_L) / a)        P(high reads low) = Q((µ_H − ln R_ref) / b)
 *
 * - `equal-error`: both arguments alike, so ln R_ref = (b·µ_L + a·µ_H) / (a + b) and both rates are Q(d / (a + b));
 *   with s = 0 that is the published (σ_H·µ_L + σ_L·µ_H) / (σ_L + σ_H) and Q(d / (σ_L + σ_H)).
 * - `midpoint`: ln R_ref = (µ_L + µ_H) / 2, the geometric mean of the medians.
 * - a number: ln(R_ref / R_L), from 0 to d.
 *
 * Exact for log-normal states and a normal offset. Source: our own; the equal-error point for s = 0 after the 1T1R
 * comparison of M. Bocquet et al., IEDM 2018, arXiv 1902.02528.
 */
export function referenceReadErrors(
  states: LogNormalStates,
  reference: 'equal-error' | 'midpoint' | number,
): ReadErrors {
  refuseImpossible(states);
  const { logGap, comparatorLogOffset: s } = states;
  const low = Math.sqrt(states.lowLogSpread * states.lowLogSpread + s * s);
  const high = Math.sqrt(states.highLogSpread * states.highLogSpread + s * s);
  if (reference === 'equal-error') {
    const both = normalTail(logGap / (low + high));
    return { lowReadsHigh: both, highReadsLow: both };
  }
  const above = reference === 'midpoint' ? logGap / 2 : reference;
  refuseOutside('reference', above, 0, logGap);
  return { lowReadsHigh: normalTail(above / low), highReadsLow: normalTail((logGap - above) / high) };
}

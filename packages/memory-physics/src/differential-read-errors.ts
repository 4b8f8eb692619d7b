import { normalTail } from '@bitfront/math';
import type { Flips } from './flips.ts';
import { type LogNormalStates, refuseImpossible } from './log-normal-states.ts';
import { refuseOutside } from './refuse-outside.ts';

/**
 * Two cells in opposite states, compared with each other. With offsets of deviation s around a fixed offset δ in ln R,
 * which favours +1 where it is positive:
 *
 *   P(+1 → −1) = Q((d + δ) / √(σ_L² + σ_H² + s²))        P(−1 → +1) = Q((d − δ) / √(σ_L² + σ_H² + s²))
 *
 * Exact for log-normal states and a normal offset; δ may be of any size. Errors of one amplifier with a fixed offset
 * share its δ and are independent given it. Source: our own, P(R_H < R_L) of M. Bocquet et al., IEDM 2018,
 * arXiv 1902.02528.
 */
export function differentialReadErrors(states: LogNormalStates, fixedLogOffset: number): Flips {
  refuseImpossible(states);
  refuseOutside('fixedLogOffset', fixedLogOffset, -Number.MAX_VALUE, Number.MAX_VALUE);
  const { lowLogSpread, highLogSpread, comparatorLogOffset } = states;
  const offset = comparatorLogOffset * comparatorLogOffset;
  const deviation = Math.sqrt(lowLogSpread * lowLogSpread + highLogSpread * highLogSpread + offset);
  return {
    plusToMinus: normalTail((states.logGap + fixedLogOffset) / deviation),
    minusToPlus: normalTail((states.logGap - fixedLogOffset) / deviation),
  };
}

import { refuseOutside } from './refuse-outside.ts';

/** Two states with log-normal resistances, ln R_L ~ N(µ_L, σ_L²), ln R_H ~ N(µ_H, σ_H²), and what compares them. */
export interface LogNormalStates {
  /** d = µ_H − µ_L, above 0. */
  readonly logGap: number;
  /** σ_L, above 0. */
  readonly lowLogSpread: number;
  /** σ_H, above 0. */
  readonly highLogSpread: number;
  /** s, standard deviation of the comparator's offset in ln R, averaged over comparators; 0 for an ideal one. */
  readonly comparatorLogOffset: number;
}

/** @throws NUMBER_INVALID, naming the number that no distribution can have */
export function refuseImpossible(states: LogNormalStates): void {
  const { logGap, lowLogSpread, highLogSpread, comparatorLogOffset } = states;
  refuseOutside('logGap', logGap, Number.MIN_VALUE, Number.MAX_VALUE);
  refuseOutside('lowLogSpread', lowLogSpread, Number.MIN_VALUE, Number.MAX_VALUE);
  refuseOutside('highLogSpread', highLogSpread, Number.MIN_VALUE, Number.MAX_VALUE);
  refuseOutside('comparatorLogOffset', comparatorLogOffset, 0, Number.MAX_VALUE);
}

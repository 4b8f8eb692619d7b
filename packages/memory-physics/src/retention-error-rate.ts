import { exp, expm1 } from '@bitfront/math';
import { refuseOutside } from './refuse-outside.ts';

/** A magnetic bit left alone. */
export interface Storage {
  /** Δ, energy barrier over kT, the same for both states. */
  readonly thermalStability: number;
  /** t, from writing to reading, in s. */
  readonly storageTimeS: number;
  /** τ₀, time between two attempts to cross the barrier, in ns. */
  readonly attemptTimeNs: number;
}

/**
 * The probability that a bit is found in the other state after the time t:
 *
 *   P = ½·(1 − exp(−2·(t/τ₀)·e^{−Δ}))
 *
 * the relaxation of two states that exchange at the rate e^{−Δ}/τ₀ each way; (t/τ₀)·e^{−Δ} while that is small, ½ in
 * the end. Source: Néel-Arrhenius rate (L. Néel, Ann. Géophys. 5 (1949) 99; W. F. Brown, Phys. Rev. 130 (1963) 1677) in
 * the two-state master equation, whose solution this is. τ₀ = 1 ns is the usual convention, not a measured value.
 */
export function retentionErrorRate({ thermalStability, storageTimeS, attemptTimeNs }: Storage): number {
  refuseOutside('thermalStability', thermalStability, 0, Number.MAX_VALUE);
  refuseOutside('storageTimeS', storageTimeS, 0, Number.MAX_VALUE);
  refuseOutside('attemptTimeNs', attemptTimeNs, Number.MIN_VALUE, Number.MAX_VALUE);
  const attempts = (storageTimeS / attemptTimeNs) * nsPerS;
  // 0 - … instead of a bare minus: no time gives 0, not -0.
  return 0 - 0.5 * expm1(-2 * attempts * exp(-thermalStability));
}

const nsPerS = 1e9;

import { exp, expm1, pow } from '@bitfront/math';
import { refuseOutside } from './refuse-outside.ts';

/** A magnetic bit that is read again and again with a current that drives it towards the other state. */
export interface Reads {
  /** Δ, energy barrier over kT. */
  readonly thermalStability: number;
  /** N, reads since the bit was written. */
  readonly readsBetweenWrites: number;
  /** Time of one read, in ns. */
  readonly readTimeNs: number;
  /** τ₀, time between two attempts to cross the barrier, in ns. */
  readonly attemptTimeNs: number;
  /** I_read / I_c0 of the disturbed direction, from 0 to 1. */
  readonly relativeReadCurrent: number;
  /** b: 1 in most measurements and device papers, 2 for a macrospin whose easy axis is that of the torque. */
  readonly barrierExponent: number;
}

/**
 * The probability that at least one of N reads turns the bit over:
 *
 *   P = 1 − exp( −(N·t_read/τ₀) · e^{−Δ(1 − I_read/I_c0)^b} )
 *
 * One-sided: the current holds the other state where it is. Below the critical current only. Source: thermally
 * activated switching under spin torque, with b = 1 after R. H. Koch, J. A. Katine and J. Z. Sun, Phys. Rev. Lett. 92
 * (2004) 088302, recalled; T. Taniguchi and H. Imamura (Phys. Rev. B 83 (2011) 054432, recalled; its abstract confirms
 * the exponent) derive b = 2, a lower barrier and thus more errors, for a single free layer.
 */
export function readDisturbRate(reads: Reads): number {
  const { thermalStability, readsBetweenWrites, readTimeNs, attemptTimeNs } = reads;
  refuseOutside('thermalStability', thermalStability, 0, Number.MAX_VALUE);
  refuseOutside('readsBetweenWrites', readsBetweenWrites, 0, Number.MAX_VALUE);
  refuseOutside('readTimeNs', readTimeNs, 0, Number.MAX_VALUE);
  refuseOutside('attemptTimeNs', attemptTimeNs, Number.MIN_VALUE, Number.MAX_VALUE);
  refuseOutside('relativeReadCurrent', reads.relativeReadCurrent, 0, 1);
  const barrier = thermalStability * pow(1 - reads.relativeReadCurrent, reads.barrierExponent);
  const attempts = (readsBetweenWrites * readTimeNs) / attemptTimeNs;
  // 0 - … instead of a bare minus: no read gives 0, not -0.
  return 0 - expm1(-attempts * exp(-barrier));
}

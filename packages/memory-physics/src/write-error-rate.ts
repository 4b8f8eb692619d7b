import { exp, expm1 } from '@bitfront/math';
import { refuseOutside } from './refuse-outside.ts';

/** A write pulse on a perpendicular free layer. */
export interface WritePulse {
  /** Δ, energy barrier over kT. */
  readonly thermalStability: number;
  /** i = I / I_c0, above 1. */
  readonly overdrive: number;
  /** t, in ns. */
  readonly writePulseNs: number;
  /** α, Gilbert damping. */
  readonly damping: number;
  /** µ₀·H_k, effective anisotropy field in T. */
  readonly anisotropyFieldT: number;
}

/**
 * The probability that the pulse does not switch a macrospin that must switch:
 *
 *   WER = 1 − exp( −(π²Δ/4)(i − 1) / (i·e^{2τ(i−1)} − 1) )        τ = αγ·µ₀H_k·t / (1 + α²)
 *
 * for currents above the critical one. Source: W. H. Butler et al., IEEE Trans. Magn. 48 (2012), arXiv 1202.2621. The
 * formula is recalled, not checked against the text; the abstract confirms the decay e^{−2τ(i−1)}. It follows from the
 * linearised Fokker-Planck equation; non-linear drift changes π²/4 to 0.95, 1.59, 2.31 at i = 1.5, 2, 3.
 */
export function writeErrorRate(pulse: WritePulse): number {
  const { thermalStability, overdrive, writePulseNs, damping, anisotropyFieldT } = pulse;
  refuseOutside('thermalStability', thermalStability, 0, Number.MAX_VALUE);
  refuseOutside('overdrive', overdrive, 1 + Number.EPSILON, Number.MAX_VALUE);
  refuseOutside('writePulseNs', writePulseNs, 0, Number.MAX_VALUE);
  const perNs = (damping * gyromagneticRadPerNsT * anisotropyFieldT) / (1 + damping * damping);
  const growth = overdrive * exp(2 * perNs * writePulseNs * (overdrive - 1)) - 1;
  return -expm1((-quarterPiSquared * thermalStability * (overdrive - 1)) / growth);
}

/** Gyromagnetic ratio of the electron in rad/(ns·T): CODATA 2022. */
const gyromagneticRadPerNsT = 176.085962784;
const quarterPiSquared = 2.4674011002723395;

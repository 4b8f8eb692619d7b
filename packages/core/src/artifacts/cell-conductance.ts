/**
 * What an analog column sees of one physical cell (one branch of a 2T2R pair), for models that draw cell by cell.
 * `unknown` where the technology does not say: analog models then refuse it.
 */
export type CellConductance = KnownConductance | 'unknown';

/** Both states are log-normal: ln G ~ N(ln median, sigma²). A stuck cell stays in its state whatever is written. */
export interface KnownConductance {
  /** Medians, of the low-resistance and the high-resistance state. */
  readonly onUs: number;
  readonly offUs: number;
  readonly onLogSigma: number;
  readonly offLogSigma: number;
  readonly stuckOnProbability: number;
  readonly stuckOffProbability: number;
  /** Voltage of a driven row in an analog read. */
  readonly readVoltageV: number;
}

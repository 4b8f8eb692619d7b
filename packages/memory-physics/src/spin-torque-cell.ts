/** Which states of a magnetic tunnel junction the two bits are, and how its two directions differ. */
export interface SpinTorqueCell {
  readonly plusOneState: 'parallel' | 'antiparallel';
  /** I_c0 of P → AP, in µA. */
  readonly criticalCurrentUa: number;
  /** I_c0 of AP → P over that of P → AP. */
  readonly criticalCurrentRatio: number;
}

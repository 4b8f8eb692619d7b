import { bitfrontError } from '@bitfront/errors';
import type { Flips } from './flips.ts';
import { type Reads, readDisturbRate } from './read-disturb-rate.ts';
import type { SpinTorqueCell } from './spin-torque-cell.ts';

export interface Reading extends SpinTorqueCell, Omit<Reads, 'relativeReadCurrent'> {
  /** The state that the read current drives a junction to. */
  readonly readCurrentTowards: 'parallel' | 'antiparallel';
  readonly readVoltageV: number;
  /** R_P, in kΩ. */
  readonly parallelKohm: number;
  /** TMR = (R_AP − R_P) / R_P, at the read voltage. */
  readonly magnetoresistance: number;
}

/**
 * The bits that reading turns over. The current that a read sends through the disturbed state, V / R_AP against
 * I_c0 · ratio of AP → P where it drives towards P, V / R_P against I_c0 of P → AP where it drives towards AP, goes
 * into `readDisturbRate`; the other state is not disturbed. Without reads there is nothing to refuse.
 *
 * @param plugin who is named by the refusal
 * @throws PARAMETER_INVALID, where a read reaches the critical current, which makes it a write
 */
export function disturbedFlips(plugin: string, read: Reading): Flips {
  const none: Flips = { plusToMinus: 0, minusToPlus: 0 };
  if (read.readsBetweenWrites === 0) return none;
  const towardsParallel = read.readCurrentTowards === 'parallel';
  const kohm = towardsParallel ? read.parallelKohm * (1 + read.magnetoresistance) : read.parallelKohm;
  const criticalUa = read.criticalCurrentUa * (towardsParallel ? read.criticalCurrentRatio : 1);
  const relativeReadCurrent = (uaPerMa * read.readVoltageV) / kohm / criticalUa;
  if (relativeReadCurrent >= 1) {
    const reason = `Its read current is ${relativeReadCurrent} times the critical current of the state that it disturbs.`;
    const expected = `less than ${(kohm * criticalUa) / uaPerMa} V here, or count no reads`;
    const value = String(read.readVoltageV);
    throw bitfrontError('PARAMETER_INVALID', { plugin, name: 'readVoltageV', value, reason, expected });
  }
  const disturbed = readDisturbRate({ ...read, relativeReadCurrent });
  // Driving away from the state of +1 turns +1 into −1.
  const drivesToPlusOne = read.readCurrentTowards === read.plusOneState;
  return drivesToPlusOne ? { ...none, minusToPlus: disturbed } : { ...none, plusToMinus: disturbed };
}

/** V over kΩ is mA. */
const uaPerMa = 1000;

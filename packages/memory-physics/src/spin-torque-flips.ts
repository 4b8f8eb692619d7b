import { combineFlips } from './combine-flips.ts';
import { disturbedFlips, type Reading } from './disturbed-flips.ts';
import type { Flips } from './flips.ts';
import { retentionErrorRate, type Storage } from './retention-error-rate.ts';
import { type Writing, writtenFlips } from './written-flips.ts';

/**
 * The bits of a spin-torque memory that are wrong when they are read: by writing, then by storage, then by reads, three
 * independent causes one after the other.
 * @param plugin who is named by a refusal
 * @param overdrives the range in which the write errors hold, for both directions
 * @throws PARAMETER_INVALID, naming criticalCurrentRatio or readVoltageV
 */
export function spinTorqueFlips(
  plugin: string,
  cell: Writing & Storage & Reading,
  overdrives: readonly [min: number, max: number],
): Flips {
  const lost = retentionErrorRate(cell);
  const stored = combineFlips(writtenFlips(plugin, cell, overdrives), {
    plusToMinus: lost,
    minusToPlus: lost,
  });
  return combineFlips(stored, disturbedFlips(plugin, cell));
}

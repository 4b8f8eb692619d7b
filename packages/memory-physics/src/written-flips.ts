import { bitfrontError } from '@bitfront/errors';
import type { Flips } from './flips.ts';
import type { SpinTorqueCell } from './spin-torque-cell.ts';
import { type WritePulse, writeErrorRate } from './write-error-rate.ts';

export interface Writing extends SpinTorqueCell, WritePulse {
  /** What the bits were before, and in which steps they are written. */
  readonly writing: 'worst-case' | 'random-old-data' | 'after-reset';
}

/**
 * The bits that writing leaves wrong, because a failed pulse leaves the old bit. The pulse has one current both ways,
 * `overdrive` over the critical current of P → AP, so i is overdrive / criticalCurrentRatio for AP → P.
 *
 * - `worst-case`: every bit must change.
 * - `random-old-data`: half of the bits must change, at random.
 * - `after-reset`: a pulse first brings all bits to −1 (half of the old ones are +1), then +1 is written. That a failed
 *   reset may have left the +1 that is wanted is not counted: the rate of +1 is high by the factor 1 / (1 − WER/2).
 *
 * @param plugin who is named by the refusal
 * @throws PARAMETER_INVALID, where i of AP → P lies outside the range of the overdrive
 */
export function writtenFlips(plugin: string, write: Writing, range: readonly [number, number]): Flips {
  const { overdrive, criticalCurrentRatio: ratio, plusOneState, writing } = write;
  const back = overdrive / ratio;
  const [min, max] = range;
  if (back < min || back > max) {
    const reason = `With an overdrive of ${overdrive} the current of AP to P is ${back} times its critical current.`;
    const expected = `a ratio with which overdrive / criticalCurrentRatio is ${min} to ${max}`;
    const name = 'criticalCurrentRatio';
    throw bitfrontError('PARAMETER_INVALID', { plugin, name, value: String(ratio), reason, expected });
  }
  const toAntiparallel = writeErrorRate(write);
  const toParallel = ratio === 1 ? toAntiparallel : writeErrorRate({ ...write, overdrive: back });
  const [plusFails, minusFails] =
    plusOneState === 'parallel' ? [toParallel, toAntiparallel] : [toAntiparallel, toParallel];
  return {
    plusToMinus: writing === 'random-old-data' ? plusFails / 2 : plusFails,
    minusToPlus: writing === 'worst-case' ? minusFails : minusFails / 2,
  };
}

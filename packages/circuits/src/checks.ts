import { bitfrontError } from '@bitfront/errors';

/** Returns `value` if it is a whole number of at least `least`; else CIRCUIT_SIZE_INVALID names the block. */
export function wholeNumber(block: string, name: string, value: number, least = 1): number {
  if (Number.isSafeInteger(value) && value >= least) return value;
  throw bitfrontError('CIRCUIT_SIZE_INVALID', { block, name, value, least });
}

/** Returns `value` if it is finite and lies in `least` … `most`; else CIRCUIT_VALUE_OUT_OF_RANGE. */
export function inRange(block: string, name: string, value: number, least: number, most: number): number {
  if (Number.isFinite(value) && value >= least && value <= most) return value;
  throw bitfrontError('CIRCUIT_VALUE_OUT_OF_RANGE', { block, name, value, least, most });
}

/** A toggle probability per action. */
export function activityOf(block: string, activity: number): number {
  return inRange(block, 'activity', activity, 0, 1);
}

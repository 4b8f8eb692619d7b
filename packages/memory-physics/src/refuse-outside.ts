import { bitfrontError } from '@bitfront/errors';

/**
 * Refuses a number outside the range in which a closed form holds.
 * @throws NUMBER_INVALID, naming the number
 */
export function refuseOutside(name: string, value: number, min: number, max: number): void {
  if (value >= min && value <= max) return;
  const expected = max === Number.POSITIVE_INFINITY ? `a number of at least ${min}` : `${min} to ${max}`;
  throw bitfrontError('NUMBER_INVALID', { name, value, expected });
}

import { bitfrontError } from '@bitfront/errors';
import { log } from '@bitfront/math';

/**
 * d = ln(R_H / R_L), the gap between the medians of two log-normal states. Both in kΩ.
 * @param plugin who is named by the refusal
 * @throws DEVICE_RESISTANCE_INVERTED, where the high resistance is not above the low one
 */
export function logGap(plugin: string, lowKohm: number, highKohm: number): number {
  if (!(highKohm > lowKohm)) throw bitfrontError('DEVICE_RESISTANCE_INVERTED', { plugin, highKohm, lowKohm });
  return log(highKohm / lowKohm);
}

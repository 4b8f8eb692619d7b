import { bitfrontError } from '@bitfront/errors';
import { log } from '@bitfront/math';

/**
 * ln(R_ref / R_L) of a reference resistance that somebody chose, all in kΩ.
 * @param plugin who is named by the refusal
 * @throws PARAMETER_INVALID, naming referenceKohm, where it does not lie between the two medians
 */
export function givenReference(
  plugin: string,
  referenceKohm: number,
  lowKohm: number,
  highKohm: number,
): number {
  if (referenceKohm >= lowKohm && referenceKohm <= highKohm) return log(referenceKohm / lowKohm);
  throw bitfrontError('PARAMETER_INVALID', {
    plugin,
    name: 'referenceKohm',
    value: String(referenceKohm),
    reason: `A given reference lies between the medians of ${lowKohm} and ${highKohm} kΩ.`,
    expected: `${lowKohm} to ${highKohm} kΩ, or another "reference"`,
  });
}

import { bitfrontError, nearest } from '@bitfront/errors';
import type { Unit } from './unit.ts';
import { unitSuffixes, units } from './unit-table.ts';

/** The unit of a suffix (`Pj`); throws UNIT_UNKNOWN, with the suffixes there are. */
export function unitOfSuffix(suffix: string): Unit {
  const unit = units.find((candidate) => candidate.suffix === suffix);
  if (unit !== undefined) return unit;
  const close = nearest(suffix, unitSuffixes);
  throw bitfrontError('UNIT_UNKNOWN', {
    unit: suffix,
    valid: unitSuffixes,
    hint: close === undefined ? '' : ` Did you mean "${close}"?`,
  });
}

import { bitfrontError } from '@bitfront/errors';
import type { Unit } from './unit.ts';
import { unitOfSuffix } from './unit-of-suffix.ts';
import type { UnitSuffix } from './unit-table.ts';

/**
 * A value in another unit of the same dimension: `convert(1500, 'Fj', 'Pj')` is 1.5. One multiplication or division
 * by a power of ten up to 10^18, which a double holds exactly, so the result is correctly rounded.
 * Throws UNIT_MISMATCH across dimensions or denominators, UNIT_UNKNOWN for a suffix that does not exist.
 */
export function convert(value: number, from: UnitSuffix | Unit, to: UnitSuffix | Unit): number {
  const source = typeof from === 'string' ? unitOfSuffix(from) : from;
  const target = typeof to === 'string' ? unitOfSuffix(to) : to;
  if (source.dimension !== target.dimension || source.per !== target.per) {
    throw bitfrontError('UNIT_MISMATCH', {
      from: source.symbol || source.suffix,
      fromDimension: describe(source),
      to: target.symbol || target.suffix,
      toDimension: describe(target),
    });
  }
  const shift = source.exponent - target.exponent;
  return shift >= 0 ? value * Number(`1e${shift}`) : value / Number(`1e${-shift}`);
}

function describe(unit: Unit): string {
  return unit.per === undefined ? unit.dimension : `${unit.dimension} per ${unit.per}`;
}

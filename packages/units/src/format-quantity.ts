import { bitfrontError } from '@bitfront/errors';
import { convert } from './convert.ts';
import type { Unit } from './unit.ts';
import { unitOfSuffix } from './unit-of-suffix.ts';
import { type UnitSuffix, units } from './unit-table.ts';

/**
 * A value for a table: three significant digits, in the unit of its dimension that puts it between 1 and 1000 where
 * there is one (areas: 1 and a million). `formatQuantity(1234.5, 'Fj')` is "1.23 pJ". Fractions, counts and temperatures keep their unit;
 * whole numbers of them are written out in full. Throws NUMBER_INVALID for NaN and infinity.
 */
export function formatQuantity(value: number, unit: UnitSuffix | Unit): string {
  const given = typeof unit === 'string' ? unitOfSuffix(unit) : unit;
  if (!Number.isFinite(value)) {
    throw bitfrontError('NUMBER_INVALID', {
      name: given.symbol || given.suffix,
      value: String(value),
      expected: 'a finite number',
    });
  }
  const ladder = stepsOf(given);
  if (ladder.length < 2) return join(Number.isInteger(value) ? String(value) : value.toPrecision(3), given);
  if (value === 0) return join('0', given);
  for (const step of ladder.slice(0, -1)) {
    const digits = convert(value, given, step).toPrecision(3);
    const rounded = Math.abs(Number(digits));
    // Areas run to a million of a unit; there String writes what toPrecision would put as 5.00e+3.
    if (rounded < (given.dimension === 'area' ? 1e6 : 1000)) {
      return join(rounded < 1000 ? digits : String(Number(digits)), step);
    }
  }
  const largest = ladder.at(-1) ?? given;
  return join(convert(value, given, largest).toPrecision(3), largest);
}

/** The units to choose from, from small to large: prefixes in steps of a thousand (a million for areas). */
function stepsOf(unit: Unit): readonly Unit[] {
  if (unit.dimension === 'fraction') return [unit];
  const step = unit.dimension === 'area' ? 6 : 3;
  return units
    .filter((candidate) => candidate.dimension === unit.dimension && candidate.exponent % step === 0)
    .map((candidate) =>
      unit.per === undefined
        ? candidate
        : { ...candidate, symbol: `${candidate.symbol} per ${unit.per}`, per: unit.per },
    );
}

function join(digits: string, unit: Unit): string {
  if (unit.symbol === '' || unit.symbol === '%') return digits + unit.symbol;
  return `${digits} ${unit.symbol}`;
}

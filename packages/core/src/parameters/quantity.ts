import type { Parameter, Provenance } from './parameter.ts';

interface Cited {
  readonly default: number;
  readonly provenance: Provenance;
}

/**
 * A physical quantity or a real number: unit, range of validity (both ends included), one line of documentation.
 * A default needs the provenance of the number.
 * @example quantity('kΩ', 1, 1000, 'Median low resistance')
 */
export function quantity(unit: string, min: number, max: number, doc: string): Parameter<number>;
export function quantity(
  unit: string,
  min: number,
  max: number,
  doc: string,
  cited: Cited,
): Parameter<number> & { readonly default: number };
export function quantity(
  unit: string,
  min: number,
  max: number,
  doc: string,
  cited?: Cited,
): Parameter<number> {
  const range = `${min} to ${max}${unit === '1' ? '' : ` ${unit}`}`;
  return {
    kind: 'quantity',
    unit,
    doc,
    expected: `a number from ${range}`,
    ...cited,
    check(value) {
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'It must be a finite number.';
      return value < min || value > max ? `The range of validity is ${range}.` : undefined;
    },
  };
}

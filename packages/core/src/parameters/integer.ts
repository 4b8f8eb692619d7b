import type { Parameter } from './parameter.ts';

/** A count: whole numbers from `min` to `max`. */
export function integer(min: number, max: number, doc: string): Parameter<number>;
export function integer(
  min: number,
  max: number,
  doc: string,
  fallback: number,
): Parameter<number> & { readonly default: number };
export function integer(min: number, max: number, doc: string, fallback?: number): Parameter<number> {
  return {
    kind: 'integer',
    unit: '1',
    doc,
    expected: `a whole number from ${min} to ${max}`,
    ...(fallback === undefined ? {} : { default: fallback }),
    check(value) {
      if (!Number.isSafeInteger(value)) return 'It must be a whole number.';
      const count = value as number;
      return count < min || count > max ? `It must lie between ${min} and ${max}.` : undefined;
    },
  };
}

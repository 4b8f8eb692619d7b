import type { Parameter } from './parameter.ts';

/** A list of values of one kind, such as the widths of hidden layers. */
export function listOf<T extends string | number>(
  entry: Parameter<T>,
  minLength: number,
  maxLength: number,
  doc: string,
): Parameter<readonly T[]>;
export function listOf<T extends string | number>(
  entry: Parameter<T>,
  minLength: number,
  maxLength: number,
  doc: string,
  fallback: readonly T[],
): Parameter<readonly T[]> & { readonly default: readonly T[] };
export function listOf<T extends string | number>(
  entry: Parameter<T>,
  minLength: number,
  maxLength: number,
  doc: string,
  fallback?: readonly T[],
): Parameter<readonly T[]> {
  return {
    kind: 'list',
    unit: entry.unit,
    doc,
    expected: `a list of ${minLength} to ${maxLength} entries, each ${entry.expected}`,
    ...(fallback === undefined ? {} : { default: fallback }),
    check(value) {
      if (!Array.isArray(value)) return 'It must be a list.';
      if (value.length < minLength || value.length > maxLength)
        return `It has ${value.length} entries; ${minLength} to ${maxLength} are allowed.`;
      for (const [index, item] of value.entries()) {
        const wrong = entry.check(item);
        if (wrong !== undefined) return `Entry ${index + 1}: ${wrong}`;
      }
      return undefined;
    },
  };
}

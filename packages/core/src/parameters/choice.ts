import type { Parameter } from './parameter.ts';

/** One of a few names. */
export function choice<const Name extends string>(names: readonly Name[], doc: string): Parameter<Name>;
export function choice<const Name extends string>(
  names: readonly Name[],
  doc: string,
  fallback: NoInfer<Name>,
): Parameter<Name> & { readonly default: Name };
export function choice<const Name extends string>(
  names: readonly Name[],
  doc: string,
  fallback?: Name,
): Parameter<Name> {
  return {
    kind: 'choice',
    unit: '',
    doc,
    expected: `one of ${names.join(', ')}`,
    ...(fallback === undefined ? {} : { default: fallback }),
    check: (value) =>
      names.includes(value as Name) ? undefined : `The valid names are ${names.join(', ')}.`,
  };
}

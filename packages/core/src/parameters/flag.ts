import type { Parameter } from './parameter.ts';

/** Yes or no. */
export function flag(doc: string, fallback: boolean): Parameter<boolean> & { readonly default: boolean } {
  return {
    kind: 'flag',
    unit: '',
    doc,
    expected: 'true or false',
    default: fallback,
    check: (value) => (typeof value === 'boolean' ? undefined : 'It must be true or false.'),
  };
}

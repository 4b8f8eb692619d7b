import type { Parameter } from './parameter.ts';

/** Free text, such as the name of a folder of the user's data; never a path of the host. */
export function text(pattern: RegExp, expected: string, doc: string): Parameter<string>;
export function text(
  pattern: RegExp,
  expected: string,
  doc: string,
  fallback: string,
): Parameter<string> & { readonly default: string };
export function text(pattern: RegExp, expected: string, doc: string, fallback?: string): Parameter<string> {
  return {
    kind: 'text',
    unit: '',
    doc,
    expected,
    ...(fallback === undefined ? {} : { default: fallback }),
    check(value) {
      if (typeof value !== 'string') return 'It must be text.';
      return pattern.test(value) ? undefined : `It does not match ${pattern}.`;
    },
  };
}

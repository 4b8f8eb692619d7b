import type { Parameter } from '@bitfront/core';

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** The declared ends of a quantity or an integer, read from the words that the user sees. */
export function rangeOf(parameter: Parameter<unknown>): Range | undefined {
  if (parameter.kind !== 'quantity' && parameter.kind !== 'integer') return undefined;
  const found = / from (\S+) to (\S+)/.exec(parameter.expected);
  const range = { min: Number(found?.[1]), max: Number(found?.[2]) };
  return Number.isFinite(range.min) && Number.isFinite(range.max) ? range : undefined;
}

/** The names that a choice accepts. */
export function namesOf(parameter: Parameter<unknown>): readonly string[] {
  return parameter.kind === 'choice' ? parameter.expected.replace(/^one of /, '').split(', ') : [];
}

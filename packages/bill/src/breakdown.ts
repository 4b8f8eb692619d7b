import type { Column, Row } from '@bitfront/core';

/** A total with its parts, as a row has them: `areaUm2`, `areaUm2.cells`, … */
export interface Breakdown {
  readonly total: number;
  readonly row: Row;
}

/** The total is the sum of its parts, added in their order, so that it is that of the numbers in the row to the last bit. */
export function breakdown<Part extends string>(
  name: string,
  parts: readonly Part[],
  value: (part: Part) => number,
): Breakdown {
  const values = parts.map((part) => [`${name}.${part}`, value(part)] as const);
  const total = values.reduce((sum, [, part]) => sum + part, 0);
  return { total, row: { [name]: total, ...Object.fromEntries(values) } };
}

/** The columns of the parts, in the same order. */
export function breakdownColumns<Part extends string>(
  name: string,
  parts: readonly Part[],
  unit: string,
  docs: Readonly<Record<Part, string>>,
): Readonly<Record<string, Column>> {
  return Object.fromEntries(parts.map((part) => [`${name}.${part}`, { unit, doc: docs[part] }]));
}

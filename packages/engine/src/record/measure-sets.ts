import type { RowEvent } from '@bitfront/store';

/** The measures of a row, in the order that was asked for; empty cells are undefined. */
export type Measures = readonly (number | string | null | undefined)[];

/**
 * Rows in the journal hold values without names: the names stand once, in the header of the start that wrote them.
 * This finds the header of a row by its place and puts the values into the order of the present plan.
 */
export interface MeasureSets {
  /** Takes up the header of a start, in the order of the journal. */
  declare(offset: number, names: readonly string[]): void;
  measuresAt(offset: number, event: RowEvent): Measures;
  /** Whether the row there has its values in the order that is wanted. */
  inOrder(offset: number): boolean;
}

export function createMeasureSets(wanted: readonly string[]): MeasureSets {
  const sets: { readonly offset: number; readonly order: readonly number[] | undefined }[] = [];
  const orderAt = (offset: number) => sets.findLast((set) => set.offset <= offset)?.order;
  return {
    declare(offset, names) {
      const same = names.length === wanted.length && names.every((name, place) => name === wanted[place]);
      sets.push({ offset, order: same ? undefined : wanted.map((name) => names.indexOf(name)) });
    },
    inOrder: (offset) => orderAt(offset) === undefined,
    measuresAt(offset, event) {
      const order = orderAt(offset);
      return order === undefined ? event.measures : order.map((place) => event.measures[place]);
    },
  };
}

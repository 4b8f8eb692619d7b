import { type CrossbarUse, shortOf } from './crossbar-room.ts';

/** Why not one weight fits a crossbar, for `requires` of a partitioner; nothing where one does. */
export function noRoom({
  arrayRows: rows,
  arrayCols: columns,
  ...use
}: CrossbarUse & { readonly arrayRows: number; readonly arrayCols: number }): string | undefined {
  switch (shortOf({ rows, columns }, use)) {
    case 'columns':
      return 'A pair of neighbouring columns needs two of them (arrayCols), or other pairs.';
    case 'rows':
      return 'A bias row leaves no row for inputs (arrayRows).';
    default:
      return undefined;
  }
}

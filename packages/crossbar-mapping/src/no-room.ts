import type { Pairs } from './crossbar-room.ts';

/** Why not one weight fits a crossbar, for `requires` of a partitioner; nothing where one does. */
export function noRoom({
  arrayRows,
  arrayCols,
  pairs,
  biasRow,
}: {
  readonly arrayRows: number;
  readonly arrayCols: number;
  readonly pairs: Pairs;
  readonly biasRow: boolean;
}): string | undefined {
  if (pairs === 'neighbouring-columns' && arrayCols < 2)
    return 'A pair of neighbouring columns needs two of them (arrayCols), or other pairs.';
  return biasRow && arrayRows < 2 ? 'A bias row leaves no row for inputs (arrayRows).' : undefined;
}

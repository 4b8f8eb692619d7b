import type { CrossbarOptions } from './options.ts';

/** What one read of the whole array consists of. */
export interface Schedule {
  /** Times that word lines change: bit planes, and groups of rows or single rows. */
  readonly turns: number;
  /** Columns that share a converter or an amplifier, visited one after the other in a turn. */
  readonly ways: number;
  /** Converters or amplifiers. */
  readonly senses: number;
  /** Rows that are on together, at most. */
  readonly rowsTogether: number;
}

export function scheduleOf({ rows, columns, sensing, inputs }: CrossbarOptions): Schedule {
  const sharing = sensing.kind === 'adc' ? sensing.columnsPerConverter : sensing.columnsPerAmplifier;
  const ways = Math.min(sharing, columns);
  const senses = Math.ceil(columns / ways);
  if (sensing.kind === 'row-by-row') {
    return { turns: inputs.bits * sensing.rowsRead, ways, senses, rowsTogether: 1 };
  }
  const rowsTogether = Math.min(sensing.rowsParallel, rows);
  return { turns: inputs.bits * Math.ceil(rows / rowsTogether), ways, senses, rowsTogether };
}

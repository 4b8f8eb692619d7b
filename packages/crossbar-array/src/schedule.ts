import type { CrossbarOptions } from './options.ts';

/** What one read of the whole array consists of. */
export interface Schedule {
  /** Times that word lines change: bit planes, and groups of rows or single rows. */
  readonly turns: number;
  /** Sums that are converted in a turn: columns, or pairs of them. */
  readonly outputs: number;
  /** Columns that share a converter or an amplifier, visited one after the other in a turn. */
  readonly ways: number;
  /** Converters or amplifiers. */
  readonly senses: number;
  /** Rows that are on together, at most. */
  readonly rowsTogether: number;
}

export function scheduleOf({ rows, columns, sensing, inputs }: CrossbarOptions): Schedule {
  const sharing = sensing.kind === 'adc' ? sensing.columnsPerConverter : sensing.columnsPerAmplifier;
  const perOutput = sensing.kind === 'adc' ? (sensing.columnsPerOutput ?? 1) : 1;
  const outputs = Math.max(1, Math.floor(columns / perOutput));
  const ways = Math.min(sharing, outputs);
  const senses = Math.ceil(outputs / ways);
  if (sensing.kind === 'row-by-row') {
    return { turns: inputs.bits * sensing.rowsRead, outputs, ways, senses, rowsTogether: 1 };
  }
  const rowsTogether = Math.min(sensing.rowsParallel, rows);
  return { turns: inputs.bits * Math.ceil(rows / rowsTogether), outputs, ways, senses, rowsTogether };
}

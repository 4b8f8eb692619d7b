import { paretoFront } from '@bitfront/pareto';
import type { CsvColumns } from './read-columns.ts';

/**
 * Rows of the file that no other row dominates, in file order. Equal rows all stay.
 * @param maximise one flag per numeric column: whether larger is better
 */
export function frontOfFile(columns: CsvColumns, maximise: readonly boolean[]): Uint32Array {
  return paretoFront(minimised(columns, maximise), maximise.length);
}

/** As `frontOfFile`, with a front of its own for every group. */
export function frontsByGroup(columns: CsvColumns, maximise: readonly boolean[]): Uint32Array {
  const width = maximise.length;
  const points = minimised(columns, maximise);
  const kept: number[] = [];
  for (const rows of rowsByGroup(columns)) {
    const own = new Float64Array(rows.length * width);
    for (const [place, row] of rows.entries())
      own.set(points.subarray(row * width, (row + 1) * width), place * width);
    for (const place of paretoFront(own, width)) kept.push(rows[place] ?? 0);
  }
  return Uint32Array.from(kept).sort();
}

function minimised({ numbers }: CsvColumns, maximise: readonly boolean[]): Float64Array {
  if (!maximise.includes(true)) return numbers;
  return numbers.map((value, index) => (maximise[index % maximise.length] === true ? -value : value));
}

function rowsByGroup({ groups, groupNames }: CsvColumns): readonly number[][] {
  const rows = groupNames.map((): number[] => []);
  for (const [row, group] of groups.entries()) rows[group]?.push(row);
  return rows;
}

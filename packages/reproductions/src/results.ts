import { bitfrontError } from '@bitfront/errors';

/** The finished rows of the studies of a paper. */
export interface Results {
  /** Rows with status ok, in plan order. */
  rows(pipeline: string): readonly ResultRow[];
}

export interface ResultRow {
  /** Empty where the column does not apply. @throws REPRODUCTION_COLUMN_MISSING */
  text(column: string): string;
  /** NaN where the cell is empty. @throws REPRODUCTION_COLUMN_MISSING */
  number(column: string): number;
}

/** Rows of points.csv by column, as texts. */
export function resultRow(cells: Readonly<Record<string, string>>): ResultRow {
  const text = (column: string): string => {
    const cell = cells[column];
    if (cell === undefined) throw bitfrontError('REPRODUCTION_COLUMN_MISSING', { column });
    return cell;
  };
  const number = (column: string): number => {
    const cell = text(column);
    return cell === '' ? Number.NaN : Number(cell);
  };
  return { text, number };
}

/** What cells must hold: column to its text, or its number. */
export type Where = Readonly<Record<string, string | number>>;

export function matching(rows: readonly ResultRow[], where: Where): readonly ResultRow[] {
  return rows.filter((row) =>
    Object.entries(where).every(([column, value]) =>
      typeof value === 'number' ? row.number(column) === value : row.text(column) === value,
    ),
  );
}

/** The one row that fits. @throws REPRODUCTION_ROW_MISSING for none or several */
export function only(rows: readonly ResultRow[], where: Where): ResultRow {
  const found = matching(rows, where);
  const [row] = found;
  if (row !== undefined && found.length === 1) return row;
  throw bitfrontError('REPRODUCTION_ROW_MISSING', { found: found.length, where: JSON.stringify(where) });
}

/** The values of a column without repetitions, rising. */
export function levels(rows: readonly ResultRow[], column: string): readonly number[] {
  return [...new Set(rows.map((row) => row.number(column)))]
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
}

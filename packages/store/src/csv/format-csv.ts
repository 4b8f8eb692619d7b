import { stringify } from 'csv-stringify/sync';

/** A cell: a number, a text, or nothing. */
export type CsvCell = number | string | undefined;

/**
 * Rows as CSV text: RFC 4180 quoting, LF, numbers in shortest round-trip form (-0 as 0). A text that a spreadsheet
 * would run as a formula, because it starts with = + - @ or a tab or carriage return, gets an apostrophe in front;
 * numbers never do.
 */
export function formatCsv(rows: readonly (readonly CsvCell[])[]): string {
  return stringify(rows as CsvCell[][], {
    record_delimiter: '\n',
    escape_formulas: true,
    cast: { number: (value) => String(value) },
  });
}

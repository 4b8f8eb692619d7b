import type { CsvRecord } from './scan-records.ts';

/** The text of a cell, quotes taken off; empty where the row has no such cell. */
export function cellText(record: CsvRecord, cell: number): string {
  if (cell >= record.cells) return '';
  const [start, end] = [record.starts[cell] ?? 0, record.ends[cell] ?? 0];
  const text = record.bytes.toString('utf8', start, end);
  return text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}

/** All cells of a record as texts. */
export function rowTexts(record: CsvRecord): readonly string[] {
  return Array.from({ length: record.cells }, (_, cell) => cellText(record, cell));
}

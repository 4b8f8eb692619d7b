import { rowTexts } from '../csv/cell-text.ts';
import { scanRecords } from '../csv/scan-records.ts';

export type TextRow = Readonly<Record<string, string>>;

/** All rows of a CSV file as texts by column; for files of people's size, such as a front. */
export function readRows(file: string): readonly TextRow[] {
  let header: readonly string[] | undefined;
  const rows: TextRow[] = [];
  scanRecords(file, (record) => {
    const cells = rowTexts(record);
    if (header === undefined) header = cells;
    else rows.push(Object.fromEntries(header.map((name, cell) => [name, cells[cell] ?? ''])));
  });
  return rows;
}

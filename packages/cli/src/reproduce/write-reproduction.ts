import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Reproduction, type Results, type TableRow, tableColumns } from '@bitfront/reproductions';
import { writeCsv, writeFileAtomic } from '@bitfront/store';

/** Writes the table as CSV and every curve as SVG; returns the files. */
export async function writeReproduction(
  { paper, curves }: Reproduction,
  table: readonly TableRow[],
  results: Results,
  folder: string,
): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${paper}.csv`);
  await writeCsv(
    file,
    tableColumns,
    table.map((row) => tableColumns.map((column) => row[column])),
  );
  const { curveSvg } = await import('@bitfront/report');
  const pictures: string[] = [];
  for (const curve of curves) {
    const picture = join(folder, `${paper}.${curve.name}.svg`);
    writeFileAtomic(picture, await curveSvg({ ...curve, series: curve.series(results) }));
    pictures.push(picture);
  }
  return [file, ...pictures];
}

import type { Reproduction, TableRow, Verdict } from '@bitfront/reproductions';
import { tableText } from '../text/table.ts';

/** The table for people: claims are cut to the width, the CSV has them whole. */
export function reproductionText({ paper, cite, remarks }: Reproduction, table: readonly TableRow[]): string {
  const rows = table.map((row) => [
    row.claim.length > widest ? `${row.claim.slice(0, widest - 1)}…` : row.claim,
    row.kind,
    withUnit(row.published, row.unit),
    withUnit(row.ours, row.unit),
    row.oursLow95 === '' ? '–' : `${short(row.oursLow95)} to ${short(Number(row.oursHigh95))}`,
    row.tolerance,
    row.verdict,
  ]);
  const header = ['claim', 'kind', 'published', 'ours', '95 %', 'tolerance', 'verdict'];
  const notes = table.filter(({ note }) => note !== '').map(({ claim, note }) => `- ${claim}: ${note}`);
  return [
    paper,
    cite,
    '',
    tableText(rows, header),
    '',
    tallyText(table),
    ...remarks.map((remark) => `- ${remark}`),
    ...notes,
  ].join('\n');
}

const widest = 70;

const verdicts: readonly Verdict[] = ['reproduced', 'direction only', 'not reproduced'];

function tallyText(table: readonly TableRow[]): string {
  const count = (rows: readonly TableRow[]) =>
    verdicts
      .map((verdict) => `${rows.filter((row) => row.verdict === verdict).length} ${verdict}`)
      .join(', ');
  const published = table.filter(({ kind }) => kind === 'published');
  const computed = table.filter(({ kind }) => kind === 'computed');
  const parts = [`published claims: ${count(published)}`];
  if (computed.length > 0) parts.push(`independent computations: ${count(computed)}`);
  return parts.join('; ');
}

const short = (value: number): string => String(Number(value.toPrecision(3)));

function withUnit(value: number, unit: string): string {
  if (unit === '1') return short(value);
  return unit === '×' ? `×${short(value)}` : `${short(value)} ${unit}`;
}

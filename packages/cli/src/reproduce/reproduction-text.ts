import type { Reproduction, TableRow, Verdict } from '@bitfront/reproductions';
import { tableText } from '../text/table.ts';

/** The table for people: long claims go on in the next line. */
export function reproductionText({ paper, cite, remarks }: Reproduction, table: readonly TableRow[]): string {
  const rows = table.flatMap((row) => {
    const [first = '', ...rest] = linesOf(row.claim);
    const cells = cellsOf(row);
    return [[first, ...cells], ...rest.map((line) => [`  ${line}`, ...cells.map(() => '')])];
  });
  const header = ['claim', 'kind', 'published', 'ours', '95 %', 'tolerance', 'verdict'];
  return [
    paper,
    cite,
    '',
    tableText(rows, header),
    '',
    tallyText(table),
    ...remarks.map((remark) => `- ${remark}`),
    ...new Set(table.filter(({ note }) => note !== '').map(({ note }) => `- ${note}`)),
  ].join('\n');
}

function cellsOf(row: TableRow): readonly string[] {
  return [
    row.kind,
    withUnit(row.published, row.unit),
    withUnit(row.ours, row.unit),
    row.oursLow95 === '' ? '–' : `${short(row.oursLow95)} to ${short(Number(row.oursHigh95))}`,
    row.tolerance,
    row.verdict,
  ];
}

/** Lines of words, none longer than `widest` unless a word is. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= widest)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const widest = 64;

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

const short = (value: number): string =>
  value !== 0 && Math.abs(value) < 1e-3 ? value.toExponential(2) : String(Number(value.toPrecision(3)));

function withUnit(value: number | string, unit: string): string {
  if (typeof value === 'string') return value;
  if (unit === '1') return short(value);
  return unit === '×' ? `×${short(value)}` : `${short(value)} ${unit}`;
}

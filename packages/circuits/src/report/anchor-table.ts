import { type AnchorRow, anchorReport } from './anchor-report.ts';

/** `anchorReport()` as the Markdown table of the README. */
export function anchorTable(): string {
  const rows = anchorReport().map((row) => `| ${cells(row).join(' | ')} |`);
  return [
    '| block | published figure | node nm | area, ours / theirs | energy, ours / theirs | within 2× | source |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function cells(row: AnchorRow): readonly string[] {
  return [
    `\`${row.block}\``,
    row.what,
    String(row.nodeNm),
    ratio(row.areaRatio),
    ratio(row.energyRatio),
    row.agrees ? 'yes' : 'no',
    row.cite,
  ];
}

function ratio(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(2);
}

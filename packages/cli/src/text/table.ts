/** A table for terminals: a header, a line, right-aligned numbers, two spaces between columns. */
export function tableText(rows: readonly (readonly string[])[], header: readonly string[]): string {
  const widths = header.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const numeric = header.map(
    (_, column) => rows.length > 0 && rows.every((row) => looksNumeric(row[column] ?? '')),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        numeric[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(header), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

const looksNumeric = (cell: string): boolean =>
  cell === '' || cell === '–' || /^[-+]?[\d,.]+(e[-+]?\d+)?( ?[%×])?$/.test(cell);

/**
 * What plugins warn of, in columns whose names end in `Warning`: each sentence once, with the designs of the front that it
 * is about.
 */
export function warningsText(front: readonly Readonly<Record<string, string>>[]): string {
  const designs = new Map<string, number>();
  for (const row of front)
    for (const [column, sentence] of Object.entries(row))
      if (column.endsWith('Warning') && sentence !== '')
        designs.set(sentence, (designs.get(sentence) ?? 0) + 1);
  if (designs.size === 0) return '';
  const most = [...designs].sort(([, a], [, b]) => b - a);
  const lines = most
    .slice(0, shown)
    .map(([sentence, count]) => `  ${count} design${count === 1 ? '' : 's'}: ${sentence}`);
  const more = most.length > shown ? [`  … and ${most.length - shown} more; see front.csv`] : [];
  return ['warnings on the front', ...lines, ...more].join('\n');
}

const shown = 5;

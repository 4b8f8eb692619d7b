import { isRowEvent, type RowEvent, scanJournal } from '@bitfront/store';

/** Kinds of failure that are told; the errorCode column has them all. */
const mostTold = 5;

/** Why points have no result: every code with its count, the message of its first point, and how to see more. */
export async function failuresText(folder: string, journal: string): Promise<string> {
  const failed = new Map<string, RowEvent>();
  await scanJournal(journal, (event) => {
    if (!isRowEvent(event)) return;
    if (event.status === 'ok') failed.delete(event.id);
    else failed.set(event.id, event);
  });
  if (failed.size === 0) return '';
  const byCode = Map.groupBy(failed.values(), ({ errorCode = '' }) => errorCode);
  const kinds = [...byCode].sort(([, a], [, b]) => b.length - a.length);
  const lines = kinds.slice(0, mostTold).map(([code, [first, ...more]]) => {
    const count = (1 + more.length).toLocaleString('en-US');
    return `  ${count} × ${code}: ${first?.failure?.message ?? ''}\n    more: bitfront explain ${folder} ${first?.id ?? ''}`;
  });
  const left = kinds.length - lines.length;
  const note = left > 0 ? `\n  … and ${left} more kinds: see the errorCode column` : '';
  return `${headline([...failed.values()])}\n${lines.join('\n')}${note}`;
}

function headline(events: readonly RowEvent[]): string {
  const timedOut = events.filter(({ status }) => status === 'timeout').length;
  const told = [
    [events.length - timedOut, 'failed'],
    [timedOut, 'timed out'],
  ] as const;
  return told
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count.toLocaleString('en-US')} point${count === 1 ? '' : 's'} ${what}`)
    .join(', ');
}

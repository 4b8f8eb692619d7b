import type { Plan } from '@bitfront/engine';
import { tableText } from '../text/table.ts';
import { shownValue } from './front-table.ts';
import type { TextRow } from './read-rows.ts';

const bands = 4;

/** Which alternative is best where: for some limits on the first objective, the best front design of every other. */
export function winnersText(plan: Plan, front: readonly TextRow[], by: string): string {
  const [first, ...others] = plan.objectives;
  if (first === undefined || front.length === 0) return '';
  const better = (column: string, direction: string) => (a: TextRow, b: TextRow) =>
    (direction === 'minimise' ? 1 : -1) * (Number(a[column]) - Number(b[column]));
  const sorted = [...front].sort(better(first.column, first.direction));
  const limits = [...new Set(quantiles(sorted).map((row) => row[first.column] ?? ''))];
  const within = (limit: string) =>
    sorted.filter((row) => better(first.column, first.direction)(row, { [first.column]: limit }) <= 0);
  const sign = first.direction === 'minimise' ? '≤' : '≥';
  const rows = limits.map((limit) => [
    `${first.column} ${sign} ${shownValue(first.column, limit)}`,
    ...others.map(({ column, direction }) => {
      const best = within(limit).sort(better(column, direction))[0];
      return best === undefined ? '–' : `${best[by]} (${shownValue(column, best[column] ?? '')})`;
    }),
  ]);
  const header = [
    'with',
    ...others.map(({ column, direction }) => `${direction === 'minimise' ? 'lowest' : 'highest'} ${column}`),
  ];
  return `who wins where\n${tableText(rows, header)}`;
}

/** The best design and those at a quarter, half, three quarters and the end of the front. */
function quantiles(sorted: readonly TextRow[]): readonly TextRow[] {
  return Array.from(
    { length: bands + 1 },
    (_, i) => sorted[Math.round((i * (sorted.length - 1)) / bands)] ?? {},
  );
}

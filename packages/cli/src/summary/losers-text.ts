import type { Plan } from '@bitfront/engine';
import { frontOfFile } from '../csv/front-of-file.ts';
import { type CsvColumns, readColumns } from '../csv/read-columns.ts';
import { shownValue } from './front-table.ts';

/** Alternatives without a design on the front, and for each who beats its designs and by how much. */
export function losersText(plan: Plan, points: string, by: string): string {
  const names = plan.objectives.map(({ column }) => column);
  const maximise = plan.objectives.map(({ direction }) => direction === 'maximise');
  const columns = readColumns(points, names, [by]);
  const front = frontOfFile(columns, maximise);
  const winners = new Set(Array.from(front, (row) => columns.groups[row]));
  const lines = columns.groupNames.flatMap((name, group) =>
    winners.has(group) ? [] : [`  ${name}: ${beaten(columns, group, front, maximise, names)}`],
  );
  return lines.length === 0 ? '' : `never on the front\n${lines.join('\n')}`;
}

/** The group's design that is best in the first objective, and the front design that dominates it. */
function beaten(
  columns: CsvColumns,
  group: number,
  front: Uint32Array,
  maximise: readonly boolean[],
  names: readonly string[],
): string {
  const width = names.length;
  const value = (row: number, k: number): number => (columns.numbers[row * width + k] ?? 0) * (maximise[k] === true ? -1 : 1);
  const better = (a: number, b: number): number => {
    for (let k = 0; k < width; k++) if (value(a, k) !== value(b, k)) return value(a, k) - value(b, k);
    return 0;
  };
  const own = [...columns.groups.keys()].filter((row) => columns.groups[row] === group);
  const best = own.reduce((a, b) => (better(b, a) < 0 ? b : a));
  const victor = front.find((row) => names.every((_, k) => value(row, k) <= value(best, k)));
  if (victor === undefined) return 'dominated';
  const shown = (row: number, k: number) => shownValue(names[k] ?? '', String(columns.numbers[row * width + k]));
  const how = names.map((name, k) => `${name} ${shown(best, k)} against ${shown(victor, k)}`).join(', ');
  return `even its best design is dominated by one of ${columns.groupNames[columns.groups[victor] ?? 0]}: ${how}`;
}

import { shownValue } from './front-table.ts';
import type { Results } from './read-results.ts';

/**
 * Alternatives without a design on the front, and for each who beats its designs and by how much, or that none of its
 * points came to an end. Nothing where there is no front.
 * @param alternatives names of all groups that were asked for
 */
export function losersText(results: Results, alternatives: readonly string[]): string {
  const { columns, front } = results;
  if (front.length === 0) return '';
  const winners = new Set(Array.from(front, (row) => columns.groups[row]));
  const without = [...new Set(alternatives)].filter((name) => !columns.groupNames.includes(name));
  const lines = [
    ...columns.groupNames.flatMap((name, group) =>
      winners.has(group) ? [] : [`  ${name}: ${beaten(results, group)}`],
    ),
    ...without.map((name) => `  ${name}: none of its points has all objectives`),
  ];
  if (lines.length === 0) return 'never on the front: none, every alternative has a design there';
  return `never on the front\n${lines.join('\n')}`;
}

/** The group's design that is best in the first objective, and the front design that dominates it. */
function beaten({ columns, front, maximise, objectives: names }: Results, group: number): string {
  const width = names.length;
  const value = (row: number, k: number): number =>
    (columns.numbers[row * width + k] ?? 0) * (maximise[k] === true ? -1 : 1);
  const better = (a: number, b: number): number => {
    for (let k = 0; k < width; k++) if (value(a, k) !== value(b, k)) return value(a, k) - value(b, k);
    return 0;
  };
  let best = columns.groups.indexOf(group);
  for (let row = best + 1; row < columns.rows; row++)
    if (columns.groups[row] === group && better(row, best) < 0) best = row;
  const victor = front.find((row) => names.every((_, k) => value(row, k) <= value(best, k)));
  if (victor === undefined) return 'dominated';
  const shown = (row: number, k: number) =>
    shownValue(names[k] ?? '', String(columns.numbers[row * width + k]));
  const how = names.map((name, k) => `${name} ${shown(best, k)} against ${shown(victor, k)}`).join(', ');
  return `even its best design is dominated by one of ${columns.groupNames[columns.groups[victor] ?? 0]}: ${how}`;
}

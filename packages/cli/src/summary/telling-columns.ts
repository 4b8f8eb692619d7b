import type { Plan } from '@bitfront/engine';
import type { TextRow } from './read-rows.ts';

/**
 * The columns of choices that tell designs apart: slots with alternatives and parameters that an axis varies. Of axes
 * that advance together, and of the parameters of explicit points, one column stands for all.
 */
export function tellingColumns(plan: Plan, rows: readonly TextRow[]): readonly string[] {
  const differs = (name: string) => new Set(rows.map((row) => row[name])).size > 1;
  const gaps = (name: string) => rows.filter((row) => (row[name] ?? '') === '').length;
  const shownGroups = new Set<string>();
  const telling: string[] = [];
  const inOrder = groups(plan).map((group) => ({
    ...group,
    names: group.names.filter(differs).sort((a, b) => gaps(a) - gaps(b)),
  }));
  for (const { id, names } of inOrder) {
    const [name] = names;
    if (name === undefined || shownGroups.has(id)) continue;
    shownGroups.add(id);
    telling.push(name);
  }
  return telling;
}

interface ColumnGroup {
  readonly id: string;
  readonly names: readonly string[];
}

function groups(plan: Plan): readonly ColumnGroup[] {
  const found = new Map<string, string[]>();
  const put = (id: string, names: readonly string[]) => {
    const known = found.get(id) ?? [];
    found.set(id, [...known, ...names.filter((name) => !known.includes(name))]);
  };
  for (const { name, choices } of plan.slots) {
    if (choices.length > 1) put(name, [name]);
    for (const { axes } of choices)
      for (const { group, parameters } of axes) {
        const columns = parameters.map((parameter) => `${name}.${parameter}`);
        put(group === undefined ? (columns[0] ?? name) : `paired ${group}`, columns);
      }
  }
  return [...found].map(([id, names]) => ({ id, names }));
}

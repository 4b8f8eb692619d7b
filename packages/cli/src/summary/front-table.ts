import type { Plan } from '@bitfront/engine';
import { numberText, percentText } from '../text/number-text.ts';
import { tableText } from '../text/table.ts';
import type { TextRow } from './read-rows.ts';
import { tellingColumns } from './telling-columns.ts';

const mostRows = 20;
const mostColumns = 8;
const widthOfFiles = 200;

/** The front as a table: objectives first, then the choices in which its designs differ; long fronts are thinned evenly. */
export function frontTable(
  plan: Plan,
  front: readonly TextRow[],
  width = process.stdout.columns ?? widthOfFiles,
): string {
  if (front.length === 0) return 'front: no point has all objectives';
  const objectives = plan.objectives.map(({ column }) => column);
  const first = objectives[0] ?? '';
  const sorted = [...front].sort((a, b) => Number(a[first]) - Number(b[first]));
  const shown = thinned(sorted);
  const choices = tellingColumns(plan, front).slice(0, mostColumns);
  const left = front.length - shown.length;
  const note = left > 0 ? `\n… ${left} more in front.csv` : '';
  const table = (names: readonly string[]) => {
    const values = (row: TextRow) => objectives.map((name) => shownValue(name, row[name] ?? ''));
    const rows = shown.map((row) => [...values(row), ...names.map((name) => row[name] || '–')]);
    return tableText(rows, [...objectives, ...names]);
  };
  return `front\n${fitted(choices, table, width)}${note}`;
}

/** The table with as many columns as fit; at least the first choice stays. */
function fitted(
  names: readonly string[],
  table: (names: readonly string[]) => string,
  width: number,
): string {
  const text = table(names);
  const tooWide = text.split('\n').some((line) => line.length > width);
  return tooWide && names.length > 1 ? fitted(names.slice(0, -1), table, width) : text;
}

/** A value as the tables of the summary show it. */
export function shownValue(column: string, text: string): string {
  const value = Number(text);
  if (text === '' || Number.isNaN(value)) return text;
  return /rate/i.test(column) ? percentText(value) : numberText(value);
}

/** First, last, and evenly spaced ones between. */
function thinned(rows: readonly TextRow[]): readonly TextRow[] {
  if (rows.length <= mostRows) return rows;
  const places = Array.from({ length: mostRows }, (_, i) =>
    Math.round((i * (rows.length - 1)) / (mostRows - 1)),
  );
  return places.map((place) => rows[place] ?? {});
}

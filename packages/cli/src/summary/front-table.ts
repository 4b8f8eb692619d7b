import type { Plan } from '@bitfront/engine';
import { numberText, percentText } from '../text/number-text.ts';
import { tableText } from '../text/table.ts';
import type { TextRow } from './read-rows.ts';
import { tellingColumns } from './telling-columns.ts';

const mostRows = 20;
const mostColumns = 8;

/** The front as a table: objectives first, then the choices in which its designs differ; long fronts are thinned evenly. */
export function frontTable(plan: Plan, front: readonly TextRow[]): string {
  if (front.length === 0) return 'front: no point has all objectives';
  const objectives = plan.objectives.map(({ column }) => column);
  const first = objectives[0] ?? '';
  const sorted = [...front].sort((a, b) => Number(a[first]) - Number(b[first]));
  const shown = thinned(sorted);
  const choices = tellingColumns(plan, front).slice(0, mostColumns);
  const rows = shown.map((row) => [
    ...objectives.map((name) => shownValue(name, row[name] ?? '')),
    ...choices.map((name) => row[name] || '–'),
  ]);
  const left = front.length - shown.length;
  const note = left > 0 ? `\n… ${left} more in front.csv` : '';
  return `front\n${tableText(rows, [...objectives, ...choices])}${note}`;
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

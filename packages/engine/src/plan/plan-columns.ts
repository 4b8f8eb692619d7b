import { bitfrontError, nearest } from '@bitfront/errors';
import type { Objective, Column } from '@bitfront/core';
import type { PlanColumn, PlanSlot } from './plan.ts';

/**
 * The columns of points.csv, known before a point runs: who the point is, what was chosen in each slot, what came
 * out (totals in slot order, then breakdowns), and the id of the evidence.
 * @throws PIPELINE_COLUMN_TWICE
 */
export function planColumns(slots: readonly PlanSlot[]): readonly PlanColumn[] {
  const chosen = slots.flatMap(slotColumns);
  const measures = measureColumns(slots);
  const breakdowns = measures.filter((column) => column.name.includes('.'));
  const totals = measures.filter((column) => !column.name.includes('.'));
  const columns = [...head, ...chosen, ...totals, ...breakdowns, tail];
  const seen = new Map<string, PlanColumn>();
  for (const column of columns) {
    const first = seen.get(column.name);
    if (first !== undefined)
      throw bitfrontError('PIPELINE_COLUMN_TWICE', {
        column: column.name,
        first: first.doc,
        second: column.doc,
      });
    seen.set(column.name, column);
  }
  return columns;
}

/** @throws PIPELINE_NO_OBJECTIVES, PIPELINE_COLUMN_UNKNOWN */
export function checkObjectives(
  name: string,
  objectives: readonly Objective[],
  columns: readonly PlanColumn[],
): void {
  if (objectives.length === 0) throw bitfrontError('PIPELINE_NO_OBJECTIVES', { name });
  const valid = columns
    .filter((column) => column.role === 'measure' && column.unit !== '')
    .map(({ name }) => name);
  for (const { column } of objectives) {
    if (valid.includes(column)) continue;
    const guess = nearest(column, valid);
    const hint = guess === undefined ? '' : ` Did you mean "${guess}"?`;
    throw bitfrontError('PIPELINE_COLUMN_UNKNOWN', { column, valid, hint });
  }
}

const head: readonly PlanColumn[] = [
  { name: 'pointId', unit: '', doc: "hash of the point's content, stable when axes grow", role: 'point' },
  { name: 'status', unit: '', doc: 'ok, failed or timeout', role: 'point' },
  { name: 'errorCode', unit: '', doc: 'why the point failed', role: 'point' },
];
const tail: PlanColumn = {
  name: 'evidence',
  unit: '',
  doc: 'id explained in run.json: which numbers are measured, fitted, derived or assumed',
  role: 'point',
};

function slotColumns({ name, choices }: PlanSlot): readonly PlanColumn[] {
  const columns = new Map<string, PlanColumn>();
  columns.set(name, { name, unit: '', doc: `plugin in slot ${name}`, role: 'slot' });
  for (const { plugin } of choices)
    for (const [parameter, { unit, doc }] of Object.entries(
      plugin.stage.parameters as Record<string, Column>,
    )) {
      const column = `${name}.${parameter}`;
      if (!columns.has(column)) columns.set(column, { name: column, unit, doc, role: 'slot' });
    }
  return [...columns.values()];
}

function measureColumns(slots: readonly PlanSlot[]): readonly PlanColumn[] {
  const columns: PlanColumn[] = [];
  for (const slot of slots) {
    const own = new Map<string, PlanColumn>();
    for (const { plugin } of slot.choices)
      for (const [name, { unit, doc }] of Object.entries(plugin.stage.columns as Record<string, Column>))
        if (!own.has(name)) own.set(name, { name, unit, doc, role: 'measure' });
    columns.push(...own.values());
  }
  return columns;
}

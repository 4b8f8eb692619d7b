import type { Plan } from '@bitfront/engine';
import { frontOfFile } from '../csv/front-of-file.ts';
import { type CsvColumns, readColumns } from '../csv/read-columns.ts';
import { groupSlot } from './group-slot.ts';

/** The objectives of all points, grouped by technology, and which of them are on the front. */
export interface Results {
  readonly objectives: readonly string[];
  /** One flag per objective: whether larger is better. */
  readonly maximise: readonly boolean[];
  /** The slot that makes the groups. */
  readonly by: string;
  readonly columns: CsvColumns;
  readonly front: Uint32Array;
}

export function readResults(plan: Plan, points: string): Results {
  const objectives = plan.objectives.map(({ column }) => column);
  const maximise = plan.objectives.map(({ direction }) => direction === 'maximise');
  const by = groupSlot(plan);
  const columns = readColumns(points, objectives, [by]);
  return { objectives, maximise, by, columns, front: frontOfFile(columns, maximise) };
}

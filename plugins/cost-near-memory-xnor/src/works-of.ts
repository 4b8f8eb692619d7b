import type { Activity, InferenceView, Partition } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { type Workload, workloadOf } from './workload.ts';

/**
 * What every layer does during one inference.
 * @throws COST_ARTIFACTS_UNFIT
 */
export function worksOf(
  { array, layers }: Pick<Partition, 'array' | 'layers'>,
  activity: Activity,
  input: InferenceView,
  planeFirst: boolean,
): readonly Workload[] {
  return layers.map((grid, i) => {
    const measured = activity.layers[i];
    if (measured === undefined || layers.length !== activity.layers.length) {
      throw unfit(`the partition has ${layers.length} layers, the activity ${activity.layers.length}`);
    }
    if (grid.rowsHold !== 'neurons') throw unfit(`the rows of layer ${i + 1} hold inputs, not neurons`);
    const place = { isFirst: i === 0, isLast: i === layers.length - 1, arrayRows: array.rows, planeFirst };
    return workloadOf(grid, measured, input, place);
  });
}

function unfit(reason: string) {
  return bitfrontError('COST_ARTIFACTS_UNFIT', { plugin: 'cost-near-memory-xnor', reason });
}

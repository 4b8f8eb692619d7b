import { fanIn } from '@bitfront/bits';
import type { Activity, Architecture, InferenceView, Partition } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { shortcutOf } from './shortcut-of.ts';
import { type Workload, workloadOf } from './workload.ts';

/**
 * What every layer does during one inference.
 * @throws COST_ARTIFACTS_UNFIT
 */
export function worksOf(
  shapes: Architecture['layers'],
  { array, layers }: Pick<Partition, 'array' | 'layers'>,
  activity: Activity,
  input: InferenceView,
  planeFirst: boolean,
): readonly Workload[] {
  if (layers.length !== shapes.length || layers.length !== activity.layers.length) {
    throw unfit(
      `the network has ${shapes.length} layers, the partition ${layers.length}, the activity ${activity.layers.length}`,
    );
  }
  if (shapes.at(-1)?.kind !== 'dense') throw unfit('the last layer is not dense');
  return shapes.map((shape, i) => {
    const [grid, measured] = [layers[i], activity.layers[i]];
    if (grid === undefined || measured === undefined) throw unfit(`layer ${i + 1} is missing`);
    const shortcut = shortcutOf(shapes, i, activity.layers);
    if (typeof shortcut === 'string') throw unfit(`layer ${i + 1} ${shortcut}`);
    if (grid.rowsHold !== 'neurons') throw unfit(`the rows of layer ${i + 1} hold inputs, not neurons`);
    const [neurons, weights] = [shape.outputs, fanIn(shape)];
    if (grid.usedRows !== neurons || grid.usedColumns !== weights) {
      throw unfit(
        `layer ${i + 1} has ${neurons} neurons of ${weights} weights, its partition ${grid.usedRows} rows of ${grid.usedColumns}`,
      );
    }
    const place = { isFirst: i === 0, isLast: i === layers.length - 1, arrayRows: array.rows, planeFirst };
    return workloadOf(shape, grid, measured, input, { ...place, ...(shortcut && { shortcut }) });
  });
}

function unfit(reason: string) {
  return bitfrontError('COST_ARTIFACTS_UNFIT', { plugin: 'cost-near-memory-xnor', reason });
}

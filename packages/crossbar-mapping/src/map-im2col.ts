import type { LayerShape } from '@bitfront/bits';
import type { LayerMapping } from '@bitfront/core';
import { type CrossbarSize, type CrossbarUse, crossbarRoom } from './crossbar-room.ts';
import { layerTask } from './layer-task.ts';
import { positionsOnCrossbars } from './positions-on-crossbars.ts';

export interface Im2colOptions extends CrossbarUse {
  /** Sets of crossbars with the same weights, each at another position; at most as many as positions are used. */
  readonly copies: number;
}

/**
 * Weight-stationary mapping of the unrolled window ("im2col"): one position in each read of a copy, ⌈F / rows⌉ ·
 * ⌈K / outputs⌉ crossbars, or those of kernels along the diagonal where they see their own channel alone.
 * @throws MAPPING_CROSSBAR_TOO_SMALL
 */
export function mapIm2col(shape: LayerShape, array: CrossbarSize, options: Im2colOptions): LayerMapping {
  const task = layerTask(shape, 'exact');
  const pack = { positions: false, kernels: true };
  return positionsOnCrossbars(task, crossbarRoom(array, options), options.copies, pack);
}

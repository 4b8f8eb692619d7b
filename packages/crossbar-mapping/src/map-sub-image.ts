import type { LayerShape } from '@bitfront/bits';
import type { LayerMapping } from '@bitfront/core';
import { type CrossbarSize, type CrossbarUse, crossbarRoom } from './crossbar-room.ts';
import { layerTask, type StrideReading } from './layer-task.ts';
import { positionsOnCrossbars } from './positions-on-crossbars.ts';
import { subImageTile } from './sub-image-tile.ts';
import { windowsOnCrossbars } from './windows-on-crossbars.ts';

export interface SubImageOptions extends CrossbarUse {
  /**
   * The square sub-image of a layer: the largest that fits a crossbar, even beyond the map (`largest`), or cut at the
   * edges of the map (`largest-in-map`); the one with the fewest crossbar reads (`tuned`); or one of this side in pixels.
   */
  readonly subImage: 'largest' | 'largest-in-map' | 'tuned' | { readonly side: number };
  /** Several channels and kernels on a crossbar; along the diagonal those of depthwise and pointwise convolutions. */
  readonly packing: boolean;
  /** Crossbars of its own for each sub-image, or one set that reads all in turn. */
  readonly spatial: 'parallel' | 'time-multiplexed';
  readonly strides: StrideReading;
}

/**
 * Sub-image partitioning: s × s pixels give o × o outputs in one read, o = ⌊(s − k) / stride⌋ + 1. A full convolution
 * takes X = n · ⌈C/c⌉ · ⌈K/f⌉ crossbars with c = ⌊rows / s²⌋, f = ⌊columns / (d·o²)⌋ (both 1 without packing), a depthwise
 * one n · ⌈C/p⌉ with p = min(c, f), a pointwise or dense one ⌈positions / q⌉ with q positions along the diagonal, or
 * ⌈C / rows⌉ · ⌈d·K / columns⌉ at each position. A kernel that does not fit a crossbar is cut over several, at each position.
 * Source: S. Oh, J. An, K.-S. Min, Micromachines 14 (2023) 309, as read from its abstract; the counts are our own.
 * @throws MAPPING_CROSSBAR_TOO_SMALL, MAPPING_SUB_IMAGE_UNFIT
 */
export function mapSubImage(shape: LayerShape, array: CrossbarSize, options: SubImageOptions): LayerMapping {
  const { packing, spatial } = options;
  const task = layerTask(shape, options.strides);
  const room = crossbarRoom(array, options);
  const copies = spatial === 'parallel' ? task.map.height * task.map.width : 1;
  const pointwise = task.sees === 'all-channels' && task.kernel.height * task.kernel.width === 1;
  const tile = pointwise ? undefined : subImageTile(task, room, options.subImage, packing);
  return tile === undefined
    ? positionsOnCrossbars(task, room, copies, { positions: packing && pointwise, kernels: packing })
    : windowsOnCrossbars(task, room, tile, copies);
}

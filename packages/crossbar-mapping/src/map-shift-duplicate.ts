import type { LayerShape } from '@bitfront/bits';
import type { LayerMapping } from '@bitfront/core';
import { type CrossbarRoom, type CrossbarSize, type CrossbarUse, crossbarRoom } from './crossbar-room.ts';
import { type LayerTask, layerTask } from './layer-task.ts';
import { positionsOnCrossbars } from './positions-on-crossbars.ts';
import { windowsOnCrossbars } from './windows-on-crossbars.ts';

export interface ShiftDuplicateOptions extends CrossbarUse {
  /**
   * Parallel windows that are tried: of any shape (VW-SDK), or squares that take no more crossbars than im2col does
   * (SDK), of which the largest is taken.
   */
  readonly windows: 'rectangular' | 'square';
}

/**
 * Shifted and duplicated kernels: a crossbar sees a parallel window of pw_h × pw_w pixels, in which a kernel stands
 * N = n_h · n_w times, once for every output of the window. On one set of crossbars
 *
 *     IC = ⌊rows / (pw_h · pw_w)⌋, OC = ⌊outputs / N⌋, AR = ⌈C / IC⌉, AC = ⌈K / OC⌉
 *     crossbar reads = ⌈H / n_h⌉ · ⌈W / n_w⌉ · AR · AC
 *
 * of which the window with the fewest is taken, or im2col where that has no more; of equals, that with the fewest
 * crossbars. Published cycles count one crossbar that does all in turn: they are our crossbar reads with pairs `single`.
 * Source: J. Rhe, S. Moon, J. H. Ko, "VW-SDK", DATE 2022, arXiv 2112.11282; squares: Y. Zhang et al., IEEE TCAD 2020. The
 * equations are recalled; the tests hold what the authors' own program prints, and which of it differs.
 * @throws MAPPING_CROSSBAR_TOO_SMALL
 */
export function mapShiftDuplicate(
  shape: LayerShape,
  array: CrossbarSize,
  options: ShiftDuplicateOptions,
): LayerMapping {
  const task = layerTask(shape, 'exact');
  const room = crossbarRoom(array, options);
  const unrolled = positionsOnCrossbars(task, room, 1, { positions: false, kernels: true });
  return options.windows === 'square' ? square(task, room, unrolled) : rectangular(task, room, unrolled);
}

function rectangular(task: LayerTask, room: CrossbarRoom, unrolled: LayerMapping): LayerMapping {
  let best = unrolled;
  for (let height = 1; height <= task.map.height; height++) {
    if (onWindow(task, room, height, 1) === undefined) break;
    for (let width = 1; width <= task.map.width; width++) {
      const found = onWindow(task, room, height, width);
      if (found === undefined) break;
      if (isBetter(found, best)) best = found;
    }
  }
  return best;
}

function square(task: LayerTask, room: CrossbarRoom, unrolled: LayerMapping): LayerMapping {
  let best = unrolled;
  for (let side = 2; side <= Math.min(task.map.height, task.map.width); side++) {
    const found = onWindow(task, room, side, side);
    if (found === undefined || found.crossbars > unrolled.crossbars) break;
    best = found;
  }
  return best;
}

function isBetter(one: LayerMapping, other: LayerMapping): boolean {
  if (one.crossbarReads !== other.crossbarReads) return one.crossbarReads < other.crossbarReads;
  return one.crossbars < other.crossbars;
}

/** The mapping with height · width outputs in a window; nothing where the window does not fit a crossbar. */
function onWindow(
  task: LayerTask,
  room: CrossbarRoom,
  height: number,
  width: number,
): LayerMapping | undefined {
  const { kernel, stride } = task;
  const pixels = (stride.height * (height - 1) + kernel.height) * (stride.width * (width - 1) + kernel.width);
  const channels = Math.floor(room.rows / pixels);
  const kernels = Math.floor(room.outputs / (height * width));
  const least = Math.min(channels, kernels);
  if (least < 1) return undefined;
  const both = task.sees === 'own-channel' ? { channels: least, kernels: least } : { channels, kernels };
  return windowsOnCrossbars(task, room, { outputs: { height, width }, ...both }, 1);
}

import type { Extent } from '@bitfront/bits';
import { bitfrontError } from '@bitfront/errors';
import type { CrossbarRoom } from './crossbar-room.ts';
import { cutLine } from './cut-line.ts';
import type { LayerTask } from './layer-task.ts';
import type { SubImageOptions } from './map-sub-image.ts';
import type { WindowTile } from './windows-on-crossbars.ts';

/**
 * The sub-image of a layer, or nothing where not even one window fits a crossbar.
 * @throws MAPPING_SUB_IMAGE_UNFIT where a given side holds no kernel or does not fit
 */
export function subImageTile(
  task: LayerTask,
  room: CrossbarRoom,
  policy: SubImageOptions['subImage'],
  packing: boolean,
): WindowTile | undefined {
  const tileOf = (outputs: Extent) => tileFor(task, room, outputs, packing);
  const inMap = (side: number) => ({
    height: Math.min(side, task.map.height),
    width: Math.min(side, task.map.width),
  });
  if (typeof policy === 'object') return givenTile(task, room, policy.side, tileOf);
  // Only outside the map does a sub-image grow without end; a crossbar ends it.
  const longest =
    policy === 'largest'
      ? Math.floor(Math.sqrt(room.outputs))
      : Math.min(room.outputs, Math.max(task.map.height, task.map.width));
  let best: { readonly tile: WindowTile; readonly reads: number } | undefined;
  for (let side = longest; side >= 1; side--) {
    const tile = tileOf(policy === 'largest' ? { height: side, width: side } : inMap(side));
    if (tile === undefined) continue;
    if (policy !== 'tuned') return tile;
    const reads = readsOf(task, tile);
    if (best === undefined || reads < best.reads) best = { tile, reads };
  }
  return best?.tile;
}

function givenTile(
  { kernel, stride }: LayerTask,
  room: CrossbarRoom,
  side: number,
  tileOf: (outputs: Extent) => WindowTile | undefined,
): WindowTile {
  const refuse = (problem: string) =>
    bitfrontError('MAPPING_SUB_IMAGE_UNFIT', { side, problem, rows: room.rows, columns: columnsOf(room) });
  const outputs = Math.min(
    Math.floor((side - kernel.height) / stride.height) + 1,
    Math.floor((side - kernel.width) / stride.width) + 1,
  );
  if (outputs < 1) throw refuse(`a kernel has ${kernel.height} x ${kernel.width}`);
  const tile = tileOf({ height: outputs, width: outputs });
  if (tile === undefined) throw refuse(`it gives ${outputs} x ${outputs} outputs and does not fit`);
  return tile;
}

/** c = ⌊rows / s²⌋ channels and f = ⌊outputs / o²⌋ kernels; nothing where one of them is 0. */
function tileFor(
  { sees, kernel, stride }: LayerTask,
  room: CrossbarRoom,
  outputs: Extent,
  packing: boolean,
): WindowTile | undefined {
  const height = stride.height * (outputs.height - 1) + kernel.height;
  const width = stride.width * (outputs.width - 1) + kernel.width;
  const channels = Math.floor(room.rows / (height * width));
  const kernels = Math.floor(room.outputs / (outputs.height * outputs.width));
  const least = Math.min(channels, kernels);
  if (least < 1) return undefined;
  if (!packing) return { outputs, channels: 1, kernels: 1 };
  return sees === 'own-channel'
    ? { outputs, channels: least, kernels: least }
    : { outputs, channels, kernels };
}

/** Crossbar reads: crossbars, where each sub-image has its own. */
function readsOf({ sees, channels, kernels, map }: LayerTask, tile: WindowTile): number {
  const down = cutLine(map.height, tile.outputs.height, 1, 1).pieces;
  const across = cutLine(map.width, tile.outputs.width, 1, 1).pieces;
  const parts = sees === 'own-channel' ? 1 : Math.ceil(channels / tile.channels);
  return down * across * parts * Math.ceil(kernels / tile.kernels);
}

const columnsOf = ({ outputs, columnsPerOutput }: CrossbarRoom) => outputs * columnsPerOutput;

import type { Extent } from '@bitfront/bits';
import type { LayerMapping } from '@bitfront/core';
import type { CrossbarRoom } from './crossbar-room.ts';
import { cutLine } from './cut-line.ts';
import type { LayerTask } from './layer-task.ts';

/** What one crossbar holds: a window of outputs, of so many channels and kernels. */
export interface WindowTile {
  readonly outputs: Extent;
  /** Where kernels see their own channel alone, both count the same blocks on the diagonal. */
  readonly channels: number;
  readonly kernels: number;
}

/**
 * A convolution whose crossbars see all pixels of a window of outputs at once: with o_h × o_w outputs, s = stride · (o − 1)
 * + kernel pixels in each direction, c channels and f kernels on a crossbar there are
 *
 *     n = ⌈H / o_h⌉ · ⌈W / o_w⌉ sub-images      n · ⌈C / c⌉ · ⌈K / f⌉ crossbar reads
 *
 * and n · ⌈C / c⌉ for kernels that see their own channel alone, c of them along the diagonal. `copies` sets of crossbars
 * share the sub-images: as many as sub-images read each once, one set reads them in turn. Pixels of padding are driven.
 */
export function windowsOnCrossbars(
  task: LayerTask,
  room: CrossbarRoom,
  tile: WindowTile,
  copies: number,
): LayerMapping {
  const { channels, kernels, kernel, stride, map } = task;
  const { biasRows, columnsPerOutput, twins } = room;
  const down = cutLine(map.height, tile.outputs.height, kernel.height, stride.height);
  const across = cutLine(map.width, tile.outputs.width, kernel.width, stride.width);
  const own = task.sees === 'own-channel';
  const parts = own ? 1 : Math.ceil(channels / tile.channels);
  const groups = Math.ceil(kernels / tile.kernels);
  const set = parts * groups;
  const subImages = down.pieces * across.pieces;
  const sets = Math.min(copies, subImages);
  // Where every sub-image has its own crossbars, those at the edge are not full.
  const whole = sets === subImages;
  const positions = map.height * map.width;
  const pixels = down.pixelsOfAll * across.pixelsOfAll;
  const wiredPixels = whole ? pixels : sets * down.pixels * across.pixels;
  const wiredPositions = whole ? positions : sets * down.positions * across.positions;
  const rowsPerPixel = own ? channels : channels * groups;
  const [channelsOnOne, blocks] = own ? [1, Math.min(tile.channels, channels)] : [tile.channels, 1];
  const inputs = {
    channels: Math.min(channelsOnOne, channels),
    height: down.pixels,
    width: across.pixels,
  };
  const outputs = {
    kernels: own ? 1 : Math.min(tile.kernels, kernels),
    height: down.positions,
    width: across.positions,
  };
  const blockRows = inputs.channels * inputs.height * inputs.width;
  return {
    crossbars: twins * sets * set,
    reads: Math.ceil(subImages / sets),
    crossbarReads: twins * subImages * set,
    weightCells: room.cellsPerWeight * wiredPositions * kernels * task.fanIn,
    wiredRows: twins * (wiredPixels * rowsPerPixel + biasRows * sets * set),
    wiredColumns: twins * columnsPerOutput * wiredPositions * kernels * parts,
    rowDrives: twins * (pixels * rowsPerPixel + biasRows * subImages * set),
    conversions: positions * kernels * parts,
    positions,
    pixelDrives: pixels,
    sums: {
      parts,
      cut: own ? { by: 'weights', size: task.fanIn } : { by: 'channels', size: inputs.channels },
      rowsDriven: blocks * blockRows + biasRows,
    },
    placement: {
      blockRows,
      blockColumns: columnsPerOutput * outputs.kernels * outputs.height * outputs.width,
      blocks,
      inputs,
      outputs,
      kernel,
      stride,
      biasRow: room.biasRow,
    },
  };
}

import type { LayerMapping } from '@bitfront/core';
import type { CrossbarRoom } from './crossbar-room.ts';
import type { LayerTask } from './layer-task.ts';

/**
 * A layer whose crossbars see one position in a block: the matrix of its kernels and their fan-in F, kernels in columns.
 *
 *     q = min(⌊rows / F⌋, ⌊outputs / K⌋) positions along the diagonal where that is at least 1 and `packed`, else
 *     ⌈F / rows⌉ · ⌈K / outputs⌉ crossbars at each position
 *
 * Kernels that see their own channel alone have rows of their own: p = min(⌊rows / F⌋, outputs) of them along the
 * diagonal (1 unless `packed`), ⌈K / p⌉ crossbars; where F exceeds the rows, ⌈F / rows⌉ crossbars for each kernel.
 * `copies` sets of crossbars share the positions.
 */
export function positionsOnCrossbars(
  task: LayerTask,
  room: CrossbarRoom,
  copies: number,
  pack: { readonly positions: boolean; readonly kernels: boolean },
): LayerMapping {
  const { kernels, fanIn } = task;
  const { rows, outputs, biasRows, columnsPerOutput, twins } = room;
  const own = task.sees === 'own-channel';
  const parts = Math.ceil(fanIn / rows);
  const onOne = own ? ownKernels(task, room, pack.kernels) : Math.min(outputs, kernels);
  const set = parts * Math.ceil(kernels / onOne);
  const together = own || !pack.positions ? 1 : positionsOnOne(task, room);
  const positions = task.map.height * task.map.width;
  const steps = Math.ceil(positions / together);
  const sets = Math.min(copies, steps);
  const wiredPositions = sets === steps ? positions : sets * together;
  const rowsPerPosition = own ? kernels * fanIn : fanIn * Math.ceil(kernels / onOne);
  const size = Math.min(rows, fanIn);
  const blocks = own ? onOne : together;
  const kernelsOfBlock = own ? 1 : onOne;
  const one = { height: 1, width: 1 };
  return {
    crossbars: twins * sets * set,
    reads: Math.ceil(steps / sets),
    crossbarReads: twins * steps * set,
    weightCells: room.cellsPerWeight * wiredPositions * kernels * fanIn,
    wiredRows: twins * (wiredPositions * rowsPerPosition + biasRows * sets * set),
    wiredColumns: twins * columnsPerOutput * wiredPositions * kernels * parts,
    rowDrives: twins * (positions * rowsPerPosition + biasRows * steps * set),
    conversions: positions * kernels * parts,
    positions,
    pixelDrives: positions * task.kernel.height * task.kernel.width,
    sums: { parts, cut: { by: 'weights', size }, rowsDriven: blocks * size + biasRows },
    placement: {
      blockRows: size,
      blockColumns: columnsPerOutput * kernelsOfBlock,
      blocks,
      inputs: { channels: size, ...one },
      outputs: { kernels: kernelsOfBlock, ...one },
      kernel: one,
      stride: one,
      biasRow: room.biasRow,
    },
  };
}

function ownKernels({ fanIn, kernels }: LayerTask, room: CrossbarRoom, packed: boolean): number {
  return packed ? Math.max(1, Math.min(Math.floor(room.rows / fanIn), room.outputs, kernels)) : 1;
}

function positionsOnOne({ fanIn, kernels, map }: LayerTask, room: CrossbarRoom): number {
  const most = Math.min(Math.floor(room.rows / fanIn), Math.floor(room.outputs / kernels));
  return Math.max(1, Math.min(most, map.height * map.width));
}

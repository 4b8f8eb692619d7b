import { addressBits, gate, register, registerFile } from '@bitfront/circuits';
import { item } from '@bitfront/bill';
import type { Item } from './bill.ts';
import type { Hardware } from './hardware.ts';
import type { Workload } from './workload.ts';

/**
 * What a convolution has in front of its arrays that a dense layer has not. The registers of the window, and the
 * arrival of each value in its newest pixel, are booked where a dense layer has them: before layer 1 as input encoding,
 * else as registers behind the layer before.
 *
 * A window of k_h × k_w pixels of C bits slides over rows of W pixels, padding included, with (k_h − 1) line memories of
 * (W − k_w) words between its rows: C · ((k_h − 1) · W + k_w) bits in all, registers and memories. Every pixel moves
 * all registers by one, and is read from and written to every line memory.
 */
export function lineBufferItems(hardware: Hardware, work: Workload): readonly Item[] {
  return [...slidingItems(hardware, work), ...channelItems(hardware, work)];
}

function slidingItems({ technology }: Hardware, work: Workload): readonly Item[] {
  const { sliding, runs, values, heldValues, heldPlanes } = work;
  if (sliding === undefined) return [];
  const { channels, lines, linePixels, isPadded } = sliding;
  const { inputToggle: activity } = work.activity;
  const shifts = runs * sliding.shifts;
  const wordBits = channels * heldPlanes;
  // Registers that are written beyond those that values arrive in.
  const moves = heldPlanes * (shifts * heldValues - runs * values);
  const items = [
    item('lineBuffers', register(technology, { bits: 1, activity }), {
      count: 0,
      actions: moves,
      steps: moves === 0 ? 0 : shifts,
    }),
  ];
  if (isPadded) {
    const use = { count: wordBits, actions: shifts * wordBits, steps: shifts };
    items.push(item('lineBuffers', gate(technology, 'and2', activity), use));
  }
  if (lines * linePixels === 0) return items;
  const file = registerFile(technology, { words: linePixels, wordBits, activity });
  const stored = {
    areaUm2: file.areaUm2,
    energyFj: file.readEnergyFj + file.writeEnergyFj,
    latencyNs: file.latencyNs,
  };
  return [...items, item('lineBuffers', stored, { count: lines, actions: lines * shifts, steps: shifts })];
}

/** Depthwise: multiplexers that lay the window of one channel after the other on the columns of each grid row. */
function channelItems({ technology }: Hardware, work: Workload): readonly Item[] {
  const { ownInputs, inputs, outputs, grid, rowsInTurn, reads, readTurns } = work;
  if (!ownInputs) return [];
  const levels = addressBits(rowsInTurn);
  const use = {
    count: inputs * (outputs - grid.gridRows),
    actions: inputs * reads * levels,
    steps: readTurns * levels,
  };
  return [item('lineBuffers', gate(technology, 'mux2', channelToggle(work)), use)];
}

/** Probability that an input bit differs from that of the channel read before, channels being independent. */
export function channelToggle({ activity }: Workload): number {
  return 2 * activity.inputDensity * (1 - activity.inputDensity);
}

import { item } from '@bitfront/bill';
import { addressBits, gate, registerFile, rippleAdder } from '@bitfront/circuits';
import type { Item } from './bill.ts';
import type { Hardware } from './hardware.ts';
import type { Shortcut } from './shortcut-of.ts';
import type { Workload } from './workload.ts';

/**
 * A residual shortcut: what its source has given waits in a memory until the layer is ready for it, and is added in front
 * of the comparator.
 *
 * A dot product of n bits is 2 · count − n, so ± weight in the dot is weight · bit in the count, less a constant that the
 * stored threshold has already. The bit is wired to the adder where the weight has a 1: nothing multiplies, nothing is
 * subtracted. Neurons beyond the channels of the source are given 0, which is booked as nothing.
 */
export function shortcutItems(hardware: Hardware, work: Workload): readonly Item[] {
  const { shortcut } = work;
  if (shortcut === undefined) return [];
  return [...waitingItems(hardware, work, shortcut), ...additionItems(hardware, work, shortcut)];
}

/** A ring of words, one pixel each: every pixel of the source is written, every position reads one. */
function waitingItems(
  { technology }: Hardware,
  { runs, positions }: Workload,
  { channels, sourcePixels, waitingPixels: words, toggle }: Shortcut,
): readonly Item[] {
  // Behind pointwise layers the pixel still lies in the register of the newest one.
  if (words === 0) return [];
  const file = registerFile(technology, { words, wordBits: channels, activity: toggle });
  const [writes, reads] = [runs * sourcePixels, runs * positions];
  const write = { areaUm2: 0, energyFj: file.writeEnergyFj, latencyNs: 0 };
  const read = { areaUm2: file.areaUm2, energyFj: file.readEnergyFj, latencyNs: file.latencyNs };
  return [
    item('shortcuts', write, { count: 0, actions: writes, steps: 0 }),
    item('shortcuts', read, { count: 1, actions: reads, steps: reads }),
  ];
}

/**
 * Multiplexers that give each grid row the bit of the neuron at hand, and its adder. Grid rows without a neuron that is
 * given something have neither; in one that has both kinds of neurons, a 0 is chosen like a channel.
 */
function additionItems(
  { technology, array }: Hardware,
  { runs, positions, outputs, sumBits, xnorToggle }: Workload,
  { channels, toggle }: Shortcut,
): readonly Item[] {
  const gridRows = Math.ceil(channels / array.rows);
  const isMixed = channels % array.rows !== 0 && channels < outputs;
  const levels = addressBits(Math.min(array.rows, channels + (isMixed ? 1 : 0)));
  const additions = runs * positions * channels;
  const turns = runs * positions * Math.min(array.rows, channels);
  return [
    item('shortcuts', gate(technology, 'mux2', toggle), {
      count: channels + (isMixed ? 1 : 0) - gridRows,
      actions: additions * levels,
      steps: turns * levels,
    }),
    item('shortcuts', rippleAdder(technology, { bits: sumBits, activity: xnorToggle }), {
      count: gridRows,
      actions: additions,
      steps: turns,
    }),
  ];
}

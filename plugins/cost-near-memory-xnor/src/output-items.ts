import {
  accumulator,
  addressBits,
  bitsToHold,
  comparator,
  inSeries,
  register,
  registerFile,
} from '@bitfront/circuits';
import type { InferenceView } from '@bitfront/core';
import { item } from '@bitfront/bill';
import type { Item } from './bill.ts';
import { wordDecoder } from './correction-items.ts';
import type { Hardware } from './hardware.ts';
import { storedWord } from './threshold-items.ts';
import type { Workload } from './workload.ts';

/** Bits that the output layer stores per class: factor and offset of its score. */
export function outputWordBits(work: Workload, scaleBits: number): number {
  return scaleBits + scoreBits(work, scaleBits);
}

/**
 * The end of the network: score = scale · dot + offset per class, the greatest wins. One unit works class by class:
 * one shift-and-add per bit of the factor, one addition of the offset, one comparison with the best so far.
 * Over several runs the scores are summed, or the votes counted, in a register file.
 */
export function outputItems(
  hardware: Hardware,
  work: Workload,
  input: InferenceView,
  scaleBits: number,
): readonly Item[] {
  const { technology } = hardware;
  const { outputs: classes, runs } = work;
  const actions = runs * classes;
  const bits = scoreBits(work, scaleBits);
  const add = accumulator(technology, { bits, activity: 0.5 });
  const best = inSeries(
    comparator(technology, { bits, activity: 0.5 }),
    register(technology, { bits: bits + Math.max(1, addressBits(classes)), activity: 0.5 }),
  );
  const additions = scaleBits + 1;
  const wordBits = outputWordBits(work, scaleBits);
  const word = storedWord(hardware, wordBits, classes);
  const items = [
    item('output', word, { count: 1, actions, steps: actions }),
    wordDecoder(hardware, wordBits, { count: 1, reads: actions, steps: actions }),
    item('output', add, { count: 1, actions: additions * actions, steps: additions * actions }),
    item('output', best, { count: 1, actions, steps: actions }),
  ];
  if (runs === 1 || input.kind !== 'stochastic') return items;
  const votes = input.accumulation === 'vote';
  const sumBits = votes ? bitsToHold(runs) : bits + addressBits(runs);
  const updates = votes ? runs : actions;
  const file = registerFile(technology, { words: classes, wordBits: sumBits, activity: 0.5 });
  const stored = {
    areaUm2: file.areaUm2,
    energyFj: file.readEnergyFj + file.writeEnergyFj,
    latencyNs: file.latencyNs,
  };
  const sum = accumulator(technology, { bits: sumBits, activity: 0.5 });
  const use = { count: 1, actions: updates, steps: updates };
  return [...items, item('output', inSeries(stored, sum), use)];
}

/** Sign, factor and dot product. */
function scoreBits(work: Workload, scaleBits: number): number {
  return 1 + scaleBits + work.sumBits;
}

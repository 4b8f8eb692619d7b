import {
  accumulator,
  bitsToHold,
  type Figure,
  inParallel,
  inSeries,
  nothing,
  popcountTree,
  registerFile,
  rippleAdder,
  type Technology,
} from '@bitfront/circuits';
import { item } from '@bitfront/bill';
import type { Item } from './bill.ts';
import type { Hardware } from './hardware.ts';
import type { Workload } from './workload.ts';

/**
 * From XNOR bits to the sum of a neuron: a popcount tree per array, adders over the arrays of a grid row, and,
 * where a row is read more than once, an accumulator (a shift of its input is wiring): one per neuron if other rows
 * are read in between, else one per grid row.
 */
export function sumItems({ technology, array }: Hardware, work: Workload): readonly Item[] {
  const { grid, planes, rowsInTurn, inputs, sumBits, xnorToggle: activity } = work;
  const { reads: neuronReads, readTurns: steps } = work;
  const lastColumns = inputs - (grid.gridColumns - 1) * array.columns;
  const laid = popcountTree(technology, { inputs: array.columns, activity });
  const last = popcountTree(technology, { inputs: lastColumns, activity });
  // Area and delay are those of the whole array; columns without a weight stay quiet.
  const full = item('popcount', laid, {
    count: grid.arrays,
    actions: neuronReads * (grid.gridColumns - 1),
    steps,
  });
  const edge = item('popcount', last, { count: 0, actions: neuronReads, steps: 0 });
  const counts = Array.from({ length: grid.gridColumns }, (_, i) =>
    i === grid.gridColumns - 1 ? lastColumns : array.columns,
  );
  const adders = adderTree(counts, (bits) => rippleAdder(technology, { bits, activity }));
  const joined = item('popcount', adders, { count: grid.gridRows, actions: neuronReads, steps });
  if (planes === 1) return [full, edge, joined];
  const sum = work.planeFirst
    ? accumulatorPerNeuron(technology, rowsInTurn, sumBits, activity)
    : accumulator(technology, { bits: sumBits, activity });
  return [
    full,
    edge,
    joined,
    item('accumulators', sum, { count: grid.gridRows, actions: neuronReads, steps }),
  ];
}

/** The sums of all neurons of an array in a register file; one action reads one, adds and writes it back. */
function accumulatorPerNeuron(technology: Technology, words: number, bits: number, activity: number): Figure {
  const file = registerFile(technology, { words, wordBits: bits, activity });
  const energyFj = file.readEnergyFj + file.writeEnergyFj;
  const stored = { areaUm2: file.areaUm2, energyFj, latencyNs: file.latencyNs };
  return inSeries(stored, rippleAdder(technology, { bits, activity }));
}

/** Adds numbers up to `most` in pairs, level by level; each adder is as wide as its greater operand. */
export function adderTree(most: readonly number[], adder: (bits: number) => Figure): Figure {
  if (most.length <= 1) return nothing;
  const level: Figure[] = [];
  const sums: number[] = [];
  for (let i = 0; i < most.length; i += 2) {
    const [a, b] = [most[i] ?? 0, most[i + 1]];
    sums.push(a + (b ?? 0));
    if (b !== undefined) level.push(adder(bitsToHold(Math.max(a, b))));
  }
  return inSeries(inParallel(...level), adderTree(sums, adder));
}

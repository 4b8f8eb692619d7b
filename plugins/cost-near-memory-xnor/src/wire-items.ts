import { bitsToHold, driver, wire } from '@bitfront/circuits';
import { item, type Use } from '@bitfront/bill';
import type { Item } from './bill.ts';
import type { Hardware } from './hardware.ts';
import { channelToggle } from './line-buffer-items.ts';
import type { Workload } from './workload.ts';

/**
 * Wires of a layer whose other blocks take `areaUm2`, laid out as a square: each input runs one side to the sense
 * amplifiers of all grid rows, each popcount half a side to the adders, each output one side to the next layer.
 * Inputs stand still while all rows are read with one plane; row by row they change at every read. Depthwise, every
 * grid row has input wires of its own, which change at every read to the window of another channel.
 */
export function wireItems({ technology, array }: Hardware, work: Workload, areaUm2: number): readonly Item[] {
  const { grid, inputs, activity, reads, readTurns, neurons, neuronTurns } = work;
  const sideUm = Math.sqrt(areaUm2);
  const input = inputWires(work);
  const amplifiersFf = input.amplifiersPerWire * technology.nand2CapacitanceFf;
  const loadFf = sideUm * technology.wireCapacitanceFfPerUm + amplifiersFf;
  const countBits = bitsToHold(Math.min(array.columns, inputs));
  const countWire = wire(technology, { lengthUm: sideUm / 2, activity: work.xnorToggle });
  const { outputDensity: density } = activity;
  const outputWire = wire(technology, { lengthUm: sideUm, activity: 2 * density * (1 - density) });
  return [
    item('wires', driver(technology, { loadFf, activity: input.toggle }), input),
    item('wires', countWire, {
      count: grid.arrays * countBits,
      actions: reads * grid.gridColumns * countBits,
      steps: readTurns,
    }),
    item('wires', outputWire, { count: grid.gridRows, actions: neurons, steps: neuronTurns }),
  ];
}

interface InputWires extends Use {
  readonly amplifiersPerWire: number;
  readonly toggle: number;
}

function inputWires(work: Workload): InputWires {
  const { inputs, grid, runs, positions, planes, planeFirst, reads, readTurns } = work;
  if (work.ownInputs) {
    const use = { count: inputs * grid.gridRows, actions: inputs * reads, steps: readTurns };
    return { ...use, amplifiersPerWire: 1, toggle: channelToggle(work) };
  }
  const changes = planeFirst || planes === 1 ? runs * positions * planes : readTurns;
  const use = { count: inputs, actions: inputs * changes, steps: changes };
  return { ...use, amplifiersPerWire: grid.gridRows, toggle: work.activity.inputToggle };
}

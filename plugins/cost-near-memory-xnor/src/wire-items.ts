import { bitsToHold, driver, wire } from '@bitfront/circuits';
import { type Item, item } from './bill.ts';
import type { Hardware } from './hardware.ts';
import type { Workload } from './workload.ts';

/**
 * Wires of a layer whose other blocks take `areaUm2`, laid out as a square: each input runs one side to the sense
 * amplifiers of all grid rows, each popcount half a side to the adders, each output one side to the next layer.
 * Inputs stand still while all rows are read with one plane; row by row they change at every read.
 */
export function wireItems({ technology, array }: Hardware, work: Workload, areaUm2: number): readonly Item[] {
  const { grid, runs, planes, rowsInTurn, inputs, outputs, activity } = work;
  const sideUm = Math.sqrt(areaUm2);
  const changes = work.planeFirst || planes === 1 ? runs * planes : runs * planes * rowsInTurn;
  const amplifiersFf = grid.gridRows * technology.nand2CapacitanceFf;
  const loadFf = sideUm * technology.wireCapacitanceFfPerUm + amplifiersFf;
  const countBits = bitsToHold(Math.min(array.columns, inputs));
  const countWire = wire(technology, { lengthUm: sideUm / 2, activity: work.xnorToggle });
  const { outputDensity: density } = activity;
  const outputWire = wire(technology, { lengthUm: sideUm, activity: 2 * density * (1 - density) });
  return [
    item('wires', driver(technology, { loadFf, activity: activity.inputToggle }), {
      count: inputs,
      actions: inputs * changes,
      steps: changes,
    }),
    item('wires', countWire, {
      count: grid.arrays * countBits,
      actions: runs * planes * outputs * grid.gridColumns * countBits,
      steps: runs * planes * rowsInTurn,
    }),
    item('wires', outputWire, { count: grid.gridRows, actions: runs * outputs, steps: runs * rowsInTurn }),
  ];
}

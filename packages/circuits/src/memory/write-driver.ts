import type { BlockSource } from '../block-source.ts';
import { inRange } from '../checks.ts';
import { type Figure, inSeries } from '../figure.ts';
import { inverter } from '../logic/gates.ts';
import type { Technology } from '../technology/technology.ts';
import { highVoltageLength } from './high-voltage.ts';
import { levelShifter } from './level-shifter.ts';

export const writeDriverSource: BlockSource = {
  cite: 'level shifter of this package and an output inverter pair, counted in transistors whose length is 100 nm per volt (PTM: 1.8 V at 180 nm)',
  how: 'assumed',
  range: 'write voltage 0.1 to 10 V',
  loose:
    'One choice was made with the printed level-shifter bank of NeuroSim V1.4 (22 nm, 2 V) in view: only the length of a high-voltage transistor grows, its pitch across stays. Width for the write current is not modelled.',
};

/**
 * Drives one line to the write voltage; one action is one write pulse on that line, the cell’s own energy
 * apart. Below the nominal supply it is a pair of inverters; above it a level shifter comes first and all
 * transistors are longer by `100 nm/V · voltage / node`: area and capacitance grow with that length.
 */
export function writeDriver(
  technology: Technology,
  { writeVoltageV, loadFf }: { readonly writeVoltageV: number; readonly loadFf: number },
): Figure {
  inRange('write driver', 'writeVoltageV', writeVoltageV, 0.1, 10);
  inRange('write driver', 'loadFf', loadFf, 0, 1e9);
  const shifter = levelShifter(technology, { writeVoltageV, loadFf: 0 });
  return inSeries(shifter, outputPair(technology, { writeVoltageV, loadFf }));
}

/** The two inverters at the end of a write driver: what remains of it without its level shifter. */
export function outputPair(
  technology: Technology,
  { writeVoltageV, loadFf }: { readonly writeVoltageV: number; readonly loadFf: number },
): Figure {
  const length = highVoltageLength(technology, writeVoltageV);
  const ownFf = TRANSISTORS * length * (technology.nand2CapacitanceFf / 4);
  return {
    areaUm2: (TRANSISTORS / 4) * length * technology.nand2AreaUm2,
    energyFj: (ownFf + loadFf) * writeVoltageV * writeVoltageV,
    latencyNs: length * 2 * inverter.delay * technology.nand2DelayNs,
  };
}

const TRANSISTORS = 4;

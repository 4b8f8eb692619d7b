import type { BlockSource } from '../block-source.ts';
import { inRange } from '../checks.ts';
import type { Figure } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';
import { highVoltageCircuit, isShifted } from './high-voltage.ts';
import { SHIFTER_TRANSISTORS } from './level-shifter.ts';

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
  const shifts = isShifted(technology, writeVoltageV);
  return highVoltageCircuit(technology, {
    voltageV: writeVoltageV,
    loadFf,
    transistors: OUTPUT_TRANSISTORS + (shifts ? SHIFTER_TRANSISTORS : 0),
    stages: shifts ? 2 : 1,
  });
}

/** The two inverters at the end of a write driver: what remains of it without its level shifter. */
export function outputPair(
  technology: Technology,
  { writeVoltageV, loadFf }: { readonly writeVoltageV: number; readonly loadFf: number },
): Figure {
  inRange('output pair', 'writeVoltageV', writeVoltageV, 0.1, 10);
  inRange('output pair', 'loadFf', loadFf, 0, 1e9);
  const circuit = { voltageV: writeVoltageV, loadFf, transistors: OUTPUT_TRANSISTORS, stages: 1 };
  return highVoltageCircuit(technology, circuit);
}

const OUTPUT_TRANSISTORS = 4;

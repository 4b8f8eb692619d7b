import type { BlockSource } from '../block-source.ts';
import { inRange } from '../checks.ts';
import type { Figure } from '../figure.ts';
import { inverter } from '../logic/gates.ts';
import type { Technology } from '../technology/technology.ts';

export const writeDriverSource: BlockSource = {
  cite: 'six-transistor level shifter and output inverter pair, counted in transistors whose length is 100 nm per volt (PTM: 1.8 V at 180 nm)',
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
  const shifts = writeVoltageV > technology.supplyV;
  const length = shifts ? Math.max(1, (NM_PER_VOLT * writeVoltageV) / technology.nodeNm) : 1;
  const transistors = OUTPUT_TRANSISTORS + (shifts ? SHIFTER_TRANSISTORS : 0);
  const ownFf = transistors * length * (technology.nand2CapacitanceFf / 4);
  return {
    areaUm2: (transistors / 4) * length * technology.nand2AreaUm2,
    energyFj: (ownFf + loadFf) * writeVoltageV * writeVoltageV,
    latencyNs: (shifts ? 2 : 1) * length * 2 * inverter.delay * technology.nand2DelayNs,
  };
}

const NM_PER_VOLT = 100;
const SHIFTER_TRANSISTORS = 6;
const OUTPUT_TRANSISTORS = 4;

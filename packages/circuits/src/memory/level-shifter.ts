import type { BlockSource } from '../block-source.ts';
import { inRange } from '../checks.ts';
import { type Figure, nothing } from '../figure.ts';
import { inverter } from '../logic/gates.ts';
import type { Technology } from '../technology/technology.ts';
import { highVoltageLength, isShifted } from './high-voltage.ts';

export const levelShifterSource: BlockSource = {
  cite: 'cross-coupled pair with two inputs and the inverter between them: six transistors whose length is 100 nm per volt (PTM: 1.8 V at 180 nm)',
  how: 'assumed',
  range: 'voltage 0.1 to 10 V; nothing at all up to the supply',
  loose:
    'The length was chosen with the printed level-shifter bank of NeuroSim V1.4 (22 nm, 2 V) in view. Its inputs are no wider than its pair, so a real one is larger at low supplies.',
};

/** Carries a signal of the supply to a higher voltage; one action is one pulse. It ends where it drives `loadFf`. */
export function levelShifter(
  technology: Technology,
  { writeVoltageV, loadFf }: { readonly writeVoltageV: number; readonly loadFf: number },
): Figure {
  inRange('level shifter', 'writeVoltageV', writeVoltageV, 0.1, 10);
  inRange('level shifter', 'loadFf', loadFf, 0, 1e9);
  if (!isShifted(technology, writeVoltageV)) return nothing;
  const length = highVoltageLength(technology, writeVoltageV);
  const ownFf = TRANSISTORS * length * (technology.nand2CapacitanceFf / 4);
  return {
    areaUm2: (TRANSISTORS / 4) * length * technology.nand2AreaUm2,
    energyFj: (ownFf + loadFf) * writeVoltageV * writeVoltageV,
    latencyNs: length * 2 * inverter.delay * technology.nand2DelayNs,
  };
}

const TRANSISTORS = 6;

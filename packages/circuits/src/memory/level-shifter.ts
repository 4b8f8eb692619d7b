import type { BlockSource } from '../block-source.ts';
import { inRange } from '../checks.ts';
import { type Figure, nothing } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';
import { highVoltageCircuit, isShifted } from './high-voltage.ts';

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
  const circuit = { voltageV: writeVoltageV, loadFf, transistors: SHIFTER_TRANSISTORS, stages: 1 };
  return highVoltageCircuit(technology, circuit);
}

export const SHIFTER_TRANSISTORS = 6;

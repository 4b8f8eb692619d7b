import type { Figure } from '../figure.ts';
import { inverter } from '../logic/gates.ts';
import type { Technology } from '../technology/technology.ts';

/** The rule: a line needs a level shifter where, and only where, its voltage lies above the supply. */
export function isShifted(technology: Technology, voltageV: number): boolean {
  return voltageV > technology.supplyV;
}

/** Length of a transistor that stands a voltage, in minimum lengths: 100 nm per volt, one up to the supply. */
export function highVoltageLength(technology: Technology, voltageV: number): number {
  if (!isShifted(technology, voltageV)) return 1;
  return Math.max(1, (NM_PER_VOLT * voltageV) / technology.nodeNm);
}

/** `transistors` of that length in `stages` of two inverter delays each, which charge themselves and a load in a pulse. */
export function highVoltageCircuit(
  technology: Technology,
  options: {
    readonly voltageV: number;
    readonly loadFf: number;
    readonly transistors: number;
    readonly stages: number;
  },
): Figure {
  const { voltageV, loadFf, transistors, stages } = options;
  const length = highVoltageLength(technology, voltageV);
  const ownFf = transistors * length * (technology.nand2CapacitanceFf / 4);
  return {
    areaUm2: (transistors / 4) * length * technology.nand2AreaUm2,
    energyFj: (ownFf + loadFf) * voltageV * voltageV,
    latencyNs: stages * length * 2 * inverter.delay * technology.nand2DelayNs,
  };
}

const NM_PER_VOLT = 100;

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

const NM_PER_VOLT = 100;

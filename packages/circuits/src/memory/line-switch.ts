import type { BlockSource } from '../block-source.ts';
import { activityOf, inRange } from '../checks.ts';
import type { Figure } from '../figure.ts';
import { inverter } from '../logic/gates.ts';
import type { Technology } from '../technology/technology.ts';
import { unitResistanceOhm } from '../technology/transistor.ts';
import type { TransistorKind } from '../technology/transistor-tables.ts';
import { highVoltageLength } from './high-voltage.ts';

export const lineSwitchSource: BlockSource = {
  cite: 'one n-transistor to the read level and one p-transistor to the write level, both driven by the level-shifted write signal, of the length of `levelShifter`; on-resistance of `transistor`',
  how: 'derived',
  range: 'write voltage 0.1 to 10 V',
  loose:
    'Chosen with a printed array in view: one transistor a level, no transmission gates. Up to the supply the same pair has minimum length. One transistor a level is enough since the gate is driven above the read level. Unit width: the voltage that the pair loses to a write current is not modelled.',
};

export interface LineSwitchOptions {
  readonly writeVoltageV: number;
  /** Level that a line which rises is charged to during a read. */
  readonly readLevelV: number;
  readonly loadFf: number;
  /** Probability that the line rises in one action. */
  readonly activity: number;
  readonly kind: TransistorKind;
}

/**
 * Pass transistors that put the read or the write level on one line; one action is one read.
 * `E = activity · (load + drains) · V²`, `t = 0.69 · R(pass) · (load + drains)`.
 */
export function lineSwitch(technology: Technology, options: LineSwitchOptions): Figure {
  const { writeVoltageV, readLevelV, loadFf, activity, kind } = options;
  inRange('line switch', 'writeVoltageV', writeVoltageV, 0.1, 10);
  inRange('line switch', 'readLevelV', readLevelV, 0, 10);
  inRange('line switch', 'loadFf', loadFf, 0, 1e9);
  const length = highVoltageLength(technology, writeVoltageV);
  const chargedFf = loadFf + inverter.capacitance * technology.nand2CapacitanceFf;
  return {
    areaUm2: inverter.area * length * technology.nand2AreaUm2,
    energyFj: activityOf('line switch', activity) * chargedFf * readLevelV * readLevelV,
    latencyNs: 0.69 * length * unitResistanceOhm(technology, kind) * chargedFf * NS_PER_OHM_FF,
  };
}

const NS_PER_OHM_FF = 1e-6;

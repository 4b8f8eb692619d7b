import { activityOf } from '../checks.ts';
import type { Figure } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';
import { figureOfGates } from './gate-count.ts';
import * as ratios from './gates.ts';

const gates = {
  nand2: ratios.nand2,
  inverter: ratios.inverter,
  and2: ratios.and2,
  xor2: ratios.xor2,
  xnor2: ratios.xnor2,
  mux2: ratios.mux2,
  majority: ratios.majority,
  dff: ratios.dff,
  fullAdder: ratios.fullAdder,
  halfAdder: ratios.halfAdder,
} as const satisfies Record<string, ratios.GateRatio>;

export type GateName = keyof typeof gates;

export const gateNames = Object.keys(gates) as readonly GateName[];

/** One gate, by name; `activity` is the probability that it toggles in an action. Source: `gatesSource`. */
export function gate(technology: Technology, name: GateName, activity: number): Figure {
  const ratio: ratios.GateRatio = gates[name];
  return figureOfGates(technology, {
    area: ratio.area,
    switched: activityOf(name, activity) * ratio.capacitance,
    depth: ratio.delay,
  });
}

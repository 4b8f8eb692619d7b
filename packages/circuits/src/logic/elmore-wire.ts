import type { BlockSource } from '../block-source.ts';
import { activityOf, inRange } from '../checks.ts';
import type { Figure } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';
import { unitResistanceOhm } from '../technology/transistor.ts';
import type { TransistorKind } from '../technology/transistor-tables.ts';
import { type WireLayer, wireResistanceOhmPerUm } from '../technology/wire-resistance.ts';
import { driver } from './driver.ts';
import { inverter } from './gates.ts';

export const elmoreWireSource: BlockSource = {
  cite: 'Elmore delay of a driven wire, 0.69 · R(driver) · C + 0.38 · R(wire) · C(wire); repeaters by H. B. Bakoglu, Circuits, Interconnections and Packaging for VLSI, 1990: k = √(0.38 · R · C / (0.69 · R0 · C0)), h = √(R0 · C / (R · C0))',
  how: 'derived',
  range: 'wires of 0 to 10⁶ µm',
  loose:
    'Coupling to neighbours is in the 0.2 fF/µm. Repeaters for least delay: those for least energy are half as wide. Output capacitance of a repeater is taken as its input capacitance.',
};

export interface ElmoreWireOptions {
  readonly lengthUm: number;
  readonly layer: WireLayer;
  readonly repeaters: 'none' | 'fastest';
  readonly activity: number;
  readonly kind: TransistorKind;
}

/** One wire with its resistance; one action sends one bit. */
export function elmoreWire(technology: Technology, options: ElmoreWireOptions): Figure {
  const { lengthUm, layer, repeaters, activity, kind } = options;
  inRange('wire', 'lengthUm', lengthUm, 0, 1e6);
  activityOf('wire', activity);
  const ohmPerUm = wireResistanceOhmPerUm(technology.nodeNm, layer);
  const wireOhm = lengthUm * ohmPerUm;
  const wireFf = lengthUm * technology.wireCapacitanceFfPerUm;
  const flightNs = 0.38 * wireOhm * wireFf * NS_PER_OHM_FF;
  const unitFf = inverter.capacitance * technology.nand2CapacitanceFf;
  const unitOhm = unitResistanceOhm(technology, kind);
  const gateNs = 0.69 * unitOhm * unitFf * NS_PER_OHM_FF;
  const count = repeaters === 'none' ? 0 : Math.floor(Math.sqrt(flightNs / gateNs));
  if (count < 1) {
    const end = driver(technology, { loadFf: wireFf, activity });
    return { ...end, latencyNs: end.latencyNs + flightNs };
  }
  const width = Math.max(1, Math.sqrt((unitOhm * technology.wireCapacitanceFfPerUm) / (ohmPerUm * unitFf)));
  const repeaterFf = count * width * unitFf;
  const { supplyV, nand2AreaUm2 } = technology;
  // Each section: its repeater charges the wire and the next gate; the wire its own half and the next gate.
  const sectionFf = wireFf / count;
  const driveNs = 0.69 * (unitOhm / width) * (sectionFf + 2 * width * unitFf) * NS_PER_OHM_FF;
  const wireNs = (wireOhm / count) * (0.38 * sectionFf + 0.69 * width * unitFf) * NS_PER_OHM_FF;
  return {
    areaUm2: count * ((width + 1) / 3) * nand2AreaUm2,
    energyFj: activity * (wireFf + 2 * repeaterFf) * supplyV * supplyV,
    latencyNs: count * (driveNs + wireNs),
  };
}

const NS_PER_OHM_FF = 1e-6;

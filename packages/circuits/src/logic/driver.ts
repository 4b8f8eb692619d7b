import type { BlockSource } from '../block-source.ts';
import { activityOf, inRange } from '../checks.ts';
import type { Figure } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';
import { inverter } from './gates.ts';

export const driverSource: BlockSource = {
  cite: 'chain of inverters, each four times as wide as the one before (Sutherland, Sproull and Harris, Logical Effort, 1999: best stage effort near 4); area of wide inverters: Nangate 45 nm Open Cell Library, INV_X1 to INV_X32 = (width + 1)/3 of NAND2_X1',
  how: 'derived',
  range: 'any load',
  loose:
    'A stage that drives four times itself is given one NAND2 delay, assumed; the resistance of the line is left out.',
};

/**
 * Drives a load: word line, select line, bus.
 *
 * The last inverter is `w = load / (4 · C(inverter))` units wide, at least one; those before it are each a
 * quarter of the next, in all at most `4/3 · w` units. The area is `(units + stages) / 3` NAND2. An action charges the load and the chain:
 * `E = activity · (load + 4/3 · w · C(inverter)) · Vdd²`.
 */
export function driver(
  technology: Technology,
  { loadFf, activity }: { readonly loadFf: number; readonly activity: number },
): Figure {
  inRange('driver', 'loadFf', loadFf, 0, 1e9);
  const { unitFf, widths, stages } = inverterChain(technology, loadFf);
  const chargedFf = loadFf + widths * unitFf;
  return {
    areaUm2: ((widths + stages) / 3) * technology.nand2AreaUm2,
    energyFj: activityOf('driver', activity) * chargedFf * technology.supplyV * technology.supplyV,
    latencyNs: stages * technology.nand2DelayNs,
  };
}

/** The chain of a driver: capacitance of a unit inverter, width of the last one and of all, number of stages. */
export function inverterChain(technology: Technology, loadFf: number) {
  const unitFf = inverter.capacitance * technology.nand2CapacitanceFf;
  const lastWidth = Math.max(1, loadFf / (STAGE_EFFORT * unitFf));
  const widths = (lastWidth * STAGE_EFFORT) / (STAGE_EFFORT - 1);
  return { unitFf, lastWidth, widths, stages: stagesOf(lastWidth) };
}

const STAGE_EFFORT = 4;

/** Stages of a chain that starts with a unit inverter and ends with one of `lastWidth`. */
function stagesOf(lastWidth: number): number {
  let stages = 1;
  for (let width = 1; width < lastWidth; width *= STAGE_EFFORT) stages += 1;
  return stages;
}

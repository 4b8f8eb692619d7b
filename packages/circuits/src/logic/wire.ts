import type { BlockSource } from '../block-source.ts';
import { inRange } from '../checks.ts';
import type { Figure } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';
import { driver } from './driver.ts';

export const wireSource: BlockSource = {
  cite: '0.2 fF/µm at every node (Weste and Harris, CMOS VLSI Design, section 6.2), driven by the driver of this package',
  how: 'derived',
  range: '0 µm and more',
  loose: 'Runs above the cells: its area is that of its driver. No resistance, so long wires are too fast.',
};

/** One wire of `lengthUm` with its driver; one action sends one bit. */
export function wire(
  technology: Technology,
  { lengthUm, activity }: { readonly lengthUm: number; readonly activity: number },
): Figure {
  inRange('wire', 'lengthUm', lengthUm, 0, 1e6);
  return driver(technology, { loadFf: lengthUm * technology.wireCapacitanceFfPerUm, activity });
}

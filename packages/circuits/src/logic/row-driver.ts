import type { BlockSource } from '../block-source.ts';
import { activityOf, inRange, wholeNumber } from '../checks.ts';
import { type Figure, inSeries } from '../figure.ts';
import type { Technology } from '../technology/technology.ts';
import { driver } from './driver.ts';

export const rowDriverSource: BlockSource = {
  cite: 'digital-to-analogue converter of ZigZag-IMC, 28 nm: 50 fF per bit · Vdd², 0 at 1 bit; driver of this package behind it',
  how: 'fitted',
  range: '1 to 8 bits, any load',
  loose:
    'Area and delay of the converter are neglected there, and so here. Its capacitance is the same at every node.',
};

/** Puts a number of `bits` on a row; one action is one number. `E = activity · (50 fF · b (b > 1) · Vdd²) + E(driver)`. */
export function rowDriver(
  technology: Technology,
  options: { readonly bits: number; readonly loadFf: number; readonly activity: number },
): Figure {
  const { bits, loadFf, activity } = options;
  wholeNumber('row driver', 'bits', bits);
  inRange('row driver', 'bits', bits, 1, 8);
  const converterFf = bits === 1 ? 0 : FF_PER_BIT * bits;
  const { supplyV } = technology;
  const energyFj = activityOf('row driver', activity) * converterFf * supplyV * supplyV;
  return inSeries({ areaUm2: 0, energyFj, latencyNs: 0 }, driver(technology, { loadFf, activity }));
}

/** ZigZag-IMC. */
const FF_PER_BIT = 50;

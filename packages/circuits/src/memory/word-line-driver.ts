import type { BlockSource } from '../block-source.ts';
import { activityOf, inRange } from '../checks.ts';
import { type Figure, inSeries } from '../figure.ts';
import { driver } from '../logic/driver.ts';
import { wireResistanceOhmPerUm } from '../technology/wire-resistance.ts';
import type { Technology } from '../technology/technology.ts';

export const wordLineDriverSource: BlockSource = {
  cite: 'driver of this package and the distributed line behind it: 0.38 · R · C (Weste and Harris, section 6.3), local wire of `wireResistance`',
  how: 'derived',
  range: 'any load, lines of 0 µm and more',
  loose: 'The gates are spread evenly along the line.',
};

/** Drives a word line of `lengthUm` whose wire and gates are `loadFf`; `activity`: whether it rises in an action. */
export function wordLineDriver(
  technology: Technology,
  options: { readonly loadFf: number; readonly lengthUm: number; readonly activity: number },
): Figure {
  const { loadFf, lengthUm, activity } = options;
  inRange('word-line driver', 'lengthUm', lengthUm, 0, 1e6);
  const lineOhm = lengthUm * wireResistanceOhmPerUm(technology.nodeNm, 'local');
  const line = { areaUm2: 0, energyFj: 0, latencyNs: 0.38 * lineOhm * loadFf * NS_PER_OHM_FF };
  return inSeries(driver(technology, { loadFf, activity: activityOf('word-line driver', activity) }), line);
}

const NS_PER_OHM_FF = 1e-6;

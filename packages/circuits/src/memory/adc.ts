import { pow } from '@bitfront/math';
import type { BlockSource } from '../block-source.ts';
import { inRange, wholeNumber } from '../checks.ts';
import type { Figure } from '../figure.ts';
import { nodeFactors } from '../technology/node-scaling.ts';
import type { Technology } from '../technology/technology.ts';

export const adcSource: BlockSource = {
  cite: 'ZigZag-IMC, 28 nm: energy (100 fF·b + 0.001 fF·4^b)·Vdd², delay b·(0.00653·rows + 0.640) ns, area 10^(−0.0369·b + 1.206)·2^b µm²; fitted on three chips',
  how: 'fitted',
  range: '2 to 8 bits; other nodes as digital logic, assumed',
  loose:
    'Analogue circuits shrink less than gates. Published converters differ by more than a factor 5 in area and energy: see the anchors.',
};

/** One conversion of a column current, 2 … 8 bits. One bit is refused: that is a sense amplifier. */
export function adc(
  technology: Technology,
  { bits, rows }: { readonly bits: number; readonly rows: number },
): Figure {
  wholeNumber('adc', 'bits', bits, 2);
  inRange('adc', 'bits', bits, 2, 8);
  wholeNumber('adc', 'rows', rows);
  const reference = nodeFactors(28);
  const here = nodeFactors(technology.nodeNm);
  const capacitanceFf = ((100 * bits + 0.001 * (1 << (2 * bits))) * here.capacitance) / reference.capacitance;
  return {
    areaUm2: (pow(10, -0.0369 * bits + 1.206) * (1 << bits) * here.area) / reference.area,
    energyFj: capacitanceFf * technology.supplyV * technology.supplyV,
    latencyNs: (bits * (0.00653 * rows + 0.64) * here.delay) / reference.delay,
  };
}

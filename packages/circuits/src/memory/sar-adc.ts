import type { BlockSource } from '../block-source.ts';
import { inRange, wholeNumber } from '../checks.ts';
import { type Figure, inSeries } from '../figure.ts';
import { register } from '../logic/register.ts';
import type { Technology } from '../technology/technology.ts';
import { clockedComparator } from './clocked-comparator.ts';

export const sarAdcSource: BlockSource = {
  cite: 'clocked comparator, binary-weighted capacitors and two registers (McCreary and Gray, IEEE J. Solid-State Circuits 10 (1975) 371); energy of the capacitors Σ 2^(b+1−2i)·(2^i − 1)·C·Vdd², the conventional array of Liu et al., JSSC 45 (2010) 731; metal-oxide-metal capacitors of 2 fF/µm²',
  how: 'derived',
  range: '1 to 10 bits',
  loose:
    'Unit capacitor of 0.5 fF, assumed: matching, not noise, sets it up to 8 bits. The sample is held on the same capacitors. Layout margin between analogue and digital parts is left out.',
};

/** One conversion by successive approximation: `bits` decisions, one after the other. One bit is one comparator. */
export function sarAdc(technology: Technology, { bits }: { readonly bits: number }): Figure {
  wholeNumber('successive-approximation converter', 'bits', bits);
  inRange('successive-approximation converter', 'bits', bits, 1, 10);
  const comparator = clockedComparator(technology);
  if (bits === 1) return comparator;
  // Sequencer and result, one bit of each changes a step.
  const logic = inSeries(
    register(technology, { bits, activity: 1 / bits }),
    register(technology, { bits, activity: 1 / bits }),
  );
  return {
    areaUm2: comparator.areaUm2 + logic.areaUm2 + ((1 << bits) * UNIT_FF) / FF_PER_UM2,
    energyFj: bits * (comparator.energyFj + logic.energyFj) + capacitorEnergyFj(technology, bits),
    latencyNs: bits * (comparator.latencyNs + logic.latencyNs),
  };
}

/** Assumed, see `sarAdcSource`. */
const UNIT_FF = 0.5;
const FF_PER_UM2 = 2;

/** Mean over all codes of what the conventional array draws. */
function capacitorEnergyFj({ supplyV }: Technology, bits: number): number {
  let units = 0;
  for (let i = 1; i <= bits; i++) units += (2 << bits) * ((1 << i) - 1) * (1 / (1 << (2 * i)));
  return units * UNIT_FF * supplyV * supplyV;
}

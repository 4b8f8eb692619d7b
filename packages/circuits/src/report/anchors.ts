import { comparator } from '../arithmetic/comparator.ts';
import { counter } from '../arithmetic/counter.ts';
import { rippleAdder } from '../arithmetic/ripple-adder.ts';
import { shiftAdd } from '../arithmetic/shift-add.ts';
import { copies, type Figure, inSeries } from '../figure.ts';
import { gate } from '../logic/gate.ts';
import { register } from '../logic/register.ts';
import { rowDriver } from '../logic/row-driver.ts';
import { adc } from '../memory/adc.ts';
import { flashAdc } from '../memory/flash-adc.ts';
import { lineCapacitanceFf } from '../memory/line.ts';
import { lineSwitch } from '../memory/line-switch.ts';
import { sarAdc } from '../memory/sar-adc.ts';
import { senseAmplifier } from '../memory/sense-amplifier.ts';
import { thermometerEncoder } from '../memory/thermometer-encoder.ts';
import { writeDriver } from '../memory/write-driver.ts';
import { sobolGenerator } from '../stochastic/sobol-generator.ts';
import type { Technology } from '../technology/technology.ts';
import type { BlockName } from './block-sources.ts';

/** A published figure and our model of the same thing. */
export interface Anchor {
  readonly block: BlockName;
  readonly what: string;
  readonly nodeNm: number;
  readonly areaUm2?: number;
  readonly energyFj?: number;
  readonly cite: string;
  /** Why we differ by more than a factor 2, where we do. */
  readonly disagreement?: string;
  ours(technology: Technology): Figure;
}

/** Random data: a bit differs from the one before with probability one half. */
const RANDOM = 0.5;
const ALADDIN = 'hwcomponents-library (Aladdin)';
const UNARY = 'UnarySim, low-power synthesis';
const NEUROSIM = 'printed by NeuroSim V1.4';

export const anchors: readonly Anchor[] = [
  {
    block: 'rippleAdder',
    what: '32-bit adder',
    nodeNm: 40,
    areaUm2: 278,
    energyFj: 210,
    cite: ALADDIN,
    disagreement:
      'By half a percent in energy. The source does not state its supply; at 1.1 V instead of 0.97 V ours would be 0.64 of it.',
    ours: (technology) => rippleAdder(technology, { bits: 32, activity: RANDOM }),
  },
  {
    block: 'register',
    what: '1-bit register',
    nodeNm: 40,
    areaUm2: 5.98,
    energyFj: 9,
    cite: ALADDIN,
    ours: (technology) => register(technology, { bits: 1, activity: RANDOM }),
  },
  {
    block: 'comparator',
    what: '32-bit comparator',
    nodeNm: 40,
    areaUm2: 71,
    energyFj: 29.5,
    cite: ALADDIN,
    ours: (technology) => comparator(technology, { bits: 32, activity: RANDOM }),
  },
  {
    block: 'counter',
    what: '32-bit counter',
    nodeNm: 40,
    areaUm2: 495.5,
    energyFj: 251,
    cite: ALADDIN,
    ours: (technology) => counter(technology, { bits: 32, activity: RANDOM }),
  },
  {
    block: 'shiftAdd',
    what: '16-bit shift-add',
    nodeNm: 32,
    areaUm2: 60,
    energyFj: 21,
    cite: 'ISAAC, in hwcomponents-library',
    disagreement:
      'Half the area of the 16-bit adder of UnarySim alone, scaled to its node: the two published figures exclude each other, and ours follows the synthesised one.',
    ours: (technology) => shiftAdd(technology, { bits: 16, activity: RANDOM }),
  },
  {
    block: 'rippleAdder',
    what: '16-bit adder',
    nodeNm: 40,
    areaUm2: 219,
    cite: UNARY,
    ours: (technology) => rippleAdder(technology, { bits: 16, activity: RANDOM }),
  },
  {
    block: 'gate',
    what: 'one-gate multiplier (XNOR2)',
    nodeNm: 40,
    areaUm2: 5.1,
    cite: UNARY,
    ours: (technology) => gate(technology, 'xnor2', RANDOM),
  },
  {
    block: 'gate',
    what: 'JK flip-flop (D flip-flop and 3 NAND2)',
    nodeNm: 40,
    areaUm2: 10.6,
    cite: UNARY,
    ours: (technology) =>
      inSeries(gate(technology, 'dff', RANDOM), copies(3, gate(technology, 'nand2', RANDOM))),
  },
  {
    block: 'sobolGenerator',
    what: '3-bit Sobol generator',
    nodeNm: 40,
    areaUm2: 59,
    cite: UNARY,
    ours: (technology) => sobolGenerator(technology, { bits: 3 }),
  },
  {
    block: 'sobolGenerator',
    what: '10-bit Sobol generator',
    nodeNm: 40,
    areaUm2: 231,
    cite: UNARY,
    ours: (technology) => sobolGenerator(technology, { bits: 10 }),
  },
  {
    block: 'writeDriver',
    what: 'level shifter of one row, 2 V (1281 µm² for 128)',
    nodeNm: 22,
    areaUm2: 1281 / 128,
    cite: NEUROSIM,
    ours: (technology) => writeDriver(technology, { writeVoltageV: 2, loadFf: 0 }),
  },
  {
    block: 'senseAmplifier',
    what: 'sense amplifier without lines (3.9 pJ for 64 × 128 reads)',
    nodeNm: 22,
    energyFj: 3900 / (64 * 128),
    cite: NEUROSIM,
    ours: (technology) =>
      senseAmplifier(technology, { xnor: false, bitLineCapacitanceFf: 0, lowResistanceOhm: 10_000 }),
  },
  {
    block: 'adc',
    what: '8-bit converter, 128 rows',
    nodeNm: 32,
    areaUm2: 1200,
    energyFj: 1667,
    cite: 'ISAAC, in hwcomponents-library',
    disagreement: 'The fit to three 28 nm chips is larger than ISAAC’s converter, which is a projection.',
    ours: (technology) => adc(technology, { bits: 8, rows: 128 }),
  },
  {
    block: 'adc',
    what: '4-bit converter, 128 rows',
    nodeNm: 32,
    areaUm2: 284,
    energyFj: 226,
    cite: 'FORMS, in hwcomponents-library',
    ours: (technology) => adc(technology, { bits: 4, rows: 128 }),
  },
  {
    block: 'adc',
    what: '5-bit flash converter, 128 rows',
    nodeNm: 22,
    areaUm2: 38,
    energyFj: 65,
    cite: NEUROSIM,
    disagreement: 'NeuroSim counts the latches of the flash converter and no reference ladder or driver.',
    ours: (technology) => adc(technology, { bits: 5, rows: 128 }),
  },
  {
    block: 'flashAdc',
    what: '5-bit flash converter, comparators alone',
    nodeNm: 22,
    areaUm2: 612 / 16,
    energyFj: 8360 / 128,
    cite: NEUROSIM,
    ours: (technology) => flashAdc(technology, { bits: 5, input: { mode: 'voltage' } }),
  },
  {
    block: 'thermometerEncoder',
    what: 'encoder of a 5-bit flash converter (227 µm² for 16)',
    nodeNm: 22,
    areaUm2: 227 / 16,
    cite: NEUROSIM,
    ours: (technology) => thermometerEncoder(technology, { bits: 5, activity: RANDOM }),
  },
  {
    block: 'lineSwitch',
    what: 'select-line switch, 2 V (179 µm² for 128)',
    nodeNm: 22,
    areaUm2: 179 / 128,
    cite: NEUROSIM,
    ours: (technology) =>
      lineSwitch(technology, {
        writeVoltageV: 2,
        readLevelV: 0,
        loadFf: 0,
        activity: 0,
        kind: 'high-performance',
      }),
  },
  {
    block: 'sarAdc',
    what: '8-bit column converter',
    nodeNm: 65,
    areaUm2: 5000,
    energyFj: 2250,
    cite: 'Jia et al. 2020, in hwcomponents-library',
    disagreement:
      'Comparator, logic and 128 fF of capacitors fill a sixteenth of the published area, which the source does not split: ours is a lower bound of the area, without reference buffers, calibration and pitch.',
    ours: (technology) => sarAdc(technology, { bits: 8 }),
  },
  {
    block: 'rowDriver',
    what: '1-bit row converter, line of 128 cells of 2 F',
    nodeNm: 32,
    areaUm2: 0.166,
    energyFj: 417,
    cite: 'ISAAC, in hwcomponents-library',
    disagreement:
      'The source does not say what is driven: 417 fJ would charge half a picofarad, a line of 128 cells has under 20 fF. Its area is a fifth of one NAND2 of the technology used here.',
    ours: (technology) => {
      const cellPitchUm = (2 * technology.nodeNm) / 1000;
      const loadFf = lineCapacitanceFf(technology, { cells: 128, cellPitchUm, transistorsPerCell: 0 });
      return rowDriver(technology, { bits: 1, loadFf, activity: RANDOM });
    },
  },
];

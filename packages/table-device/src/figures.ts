import { type Parameter, quantity } from '@bitfront/core';
import type { UnitSuffix } from '@bitfront/units';

/** What a cell of a column may hold; the parameter that stands in for a missing column has the same range. */
interface FigureOfTable {
  /** Unit as it is printed. */
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly doc: string;
  /** The suffix of the name, where another unit of the same dimension may stand for it. */
  readonly suffix?: UnitSuffix;
  /** Such a cell may be empty: not known for this condition. */
  readonly mayBeEmpty?: true;
  /** A figure that says the same in another way; a table has one of the two. */
  readonly instead?: string;
}

const probability = { unit: '1', min: 0, max: 1 } as const;
const resistance = { unit: 'kΩ', min: 1e-3, max: 1e9, suffix: 'Kohm' } as const;
const stuck = { unit: '1', min: 0, max: 0.5 } as const;
const energy = { unit: 'fJ', min: 0, max: 1e9, suffix: 'Fj' } as const;

/** The columns of numbers, in the unit that their name ends with. */
export const figures = {
  bitErrorRate: { ...probability, doc: 'probability that a bit reads as the other one' },
  flipPlusToMinus: {
    ...probability,
    doc: 'probability that a stored +1 reads as -1',
    instead: 'bitErrorRate',
  },
  flipMinusToPlus: {
    ...probability,
    doc: 'probability that a stored -1 reads as +1',
    instead: 'bitErrorRate',
  },
  writeEnergyFj: { ...energy, doc: 'energy to write one bit', instead: 'relativeWriteEnergy' },
  relativeWriteEnergy: {
    unit: '1',
    min: 0,
    max: 1e6,
    doc: 'energy to write one bit over that of a reference',
    instead: 'writeEnergyFj',
  },
  writeTimeNs: { unit: 'ns', min: 0, max: 1e9, doc: 'time of a write', suffix: 'Ns' },
  writeVoltageV: { unit: 'V', min: 0, max: 20, doc: 'highest voltage of a write', suffix: 'V' },
  enduranceCycles: {
    unit: 'cycles',
    min: 1,
    max: 1e18,
    doc: 'writes that a bit survives',
    mayBeEmpty: true,
  },
  readEnergyFj: { ...energy, doc: 'energy to read one bit' },
  readTimeNs: { unit: 'ns', min: 0, max: 1e6, doc: 'time of a read', suffix: 'Ns' },
  cellAreaF2: { unit: 'F²', min: 1, max: 10_000, doc: 'area that stores one bit', instead: 'cellAreaUm2' },
  // 1 to 10,000 F² of the smallest and the largest node that a table may have, 5 and 250 nm.
  cellAreaUm2: {
    unit: 'µm²',
    min: 2.5e-5,
    max: 625,
    doc: 'area that stores one bit',
    suffix: 'Um2',
    instead: 'cellAreaF2',
  },
  aspectRatio: { unit: '1', min: 0.1, max: 10, doc: 'width along the word line over height' },
  standbyPowerNwPerBit: { unit: 'nW', min: 0, max: 1000, doc: 'leakage of a cell; 0 without supply' },
  lowResistanceKohm: { ...resistance, doc: 'median of the low resistance' },
  highResistanceKohm: { ...resistance, doc: 'median of the high resistance' },
  readVoltageV: { unit: 'V', min: 1e-3, max: 20, doc: 'voltage of a driven row in a read', suffix: 'V' },
  lowLogSpread: { unit: '1', min: 0, max: 3, doc: 'standard deviation of ln R, low state' },
  highLogSpread: { unit: '1', min: 0, max: 3, doc: 'standard deviation of ln R, high state' },
  stuckOnProbability: { ...stuck, doc: 'cells stuck in the low-resistance state' },
  stuckOffProbability: { ...stuck, doc: 'cells stuck in the high-resistance state' },
} as const satisfies Readonly<Record<string, FigureOfTable>>;

export type FigureName = keyof typeof figures;

/** A figure with all that it may have. */
export function figureOf(name: FigureName): FigureOfTable {
  return figures[name];
}

/** The parameter that a figure without a column becomes; without a default. */
export function figureParameter(name: FigureName): Parameter<number> {
  const { unit, min, max, doc } = figureOf(name);
  return quantity(unit, min, max, doc);
}

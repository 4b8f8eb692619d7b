import type { UnitSuffix } from '@bitfront/units';

/** What a cell of a column may hold. */
interface FigureOfTable {
  /** The suffix of the name, where another unit of the same dimension may stand for it. */
  readonly suffix?: UnitSuffix;
  readonly allowed: 'a probability from 0 to 1' | 'a number above 0' | 'a number that is not negative';
  /** Such a cell may be empty: not known for this condition. */
  readonly mayBeEmpty?: true;
  /** A figure that says the same in another way; a table has one of the two. */
  readonly instead?: string;
}

/** The columns of numbers, in the unit that their name ends with. */
export const figures = {
  bitErrorRate: { allowed: 'a probability from 0 to 1' },
  flipPlusToMinus: { allowed: 'a probability from 0 to 1', instead: 'bitErrorRate' },
  flipMinusToPlus: { allowed: 'a probability from 0 to 1', instead: 'bitErrorRate' },
  writeEnergyFj: { suffix: 'Fj', allowed: 'a number that is not negative' },
  relativeWriteEnergy: { allowed: 'a number that is not negative', instead: 'writeEnergyFj' },
  writeTimeNs: { suffix: 'Ns', allowed: 'a number that is not negative' },
  writeVoltageV: { suffix: 'V', allowed: 'a number that is not negative' },
  enduranceCycles: { allowed: 'a number above 0', mayBeEmpty: true },
  readEnergyFj: { suffix: 'Fj', allowed: 'a number that is not negative' },
  readTimeNs: { suffix: 'Ns', allowed: 'a number that is not negative' },
  cellAreaF2: { allowed: 'a number above 0' },
  cellAreaUm2: { suffix: 'Um2', allowed: 'a number above 0', instead: 'cellAreaF2' },
  aspectRatio: { allowed: 'a number above 0' },
  standbyPowerNwPerBit: { allowed: 'a number that is not negative' },
} as const satisfies Readonly<Record<string, FigureOfTable>>;

export type FigureName = keyof typeof figures;

/** A figure with all that it may have. */
export function figureOf(name: FigureName): FigureOfTable {
  return figures[name];
}

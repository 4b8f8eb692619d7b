import type { Dimension, Unit } from './unit.ts';

/**
 * Every suffix: [suffix, symbol, power of ten over the dimension's base unit]. `M` is milli, except in `Mhz`, `Mohm`,
 * where it is mega. Siemens are written out, because `Ns` are nanoseconds.
 */
const table = {
  length: [
    ['Pm', 'pm', -12],
    ['Nm', 'nm', -9],
    ['Um', 'µm', -6],
    ['Mm', 'mm', -3],
    ['Cm', 'cm', -2],
    ['M', 'm', 0],
  ],
  area: [
    ['Nm2', 'nm²', -18],
    ['Um2', 'µm²', -12],
    ['Mm2', 'mm²', -6],
    ['Cm2', 'cm²', -4],
    ['M2', 'm²', 0],
  ],
  'area in squared feature sizes': [['F2', 'F²', 0]],
  time: [
    ['Fs', 'fs', -15],
    ['Ps', 'ps', -12],
    ['Ns', 'ns', -9],
    ['Us', 'µs', -6],
    ['Ms', 'ms', -3],
    ['S', 's', 0],
  ],
  years: [['Years', 'years', 0]],
  frequency: [
    ['Hz', 'Hz', 0],
    ['Khz', 'kHz', 3],
    ['Mhz', 'MHz', 6],
    ['Ghz', 'GHz', 9],
  ],
  energy: [
    ['Aj', 'aJ', -18],
    ['Fj', 'fJ', -15],
    ['Pj', 'pJ', -12],
    ['Nj', 'nJ', -9],
    ['Uj', 'µJ', -6],
    ['Mj', 'mJ', -3],
    ['J', 'J', 0],
  ],
  power: [
    ['Fw', 'fW', -15],
    ['Pw', 'pW', -12],
    ['Nw', 'nW', -9],
    ['Uw', 'µW', -6],
    ['Mw', 'mW', -3],
    ['W', 'W', 0],
  ],
  voltage: [
    ['Nv', 'nV', -9],
    ['Uv', 'µV', -6],
    ['Mv', 'mV', -3],
    ['V', 'V', 0],
  ],
  current: [
    ['Fa', 'fA', -15],
    ['Pa', 'pA', -12],
    ['Na', 'nA', -9],
    ['Ua', 'µA', -6],
    ['Ma', 'mA', -3],
    ['A', 'A', 0],
  ],
  charge: [
    ['Ac', 'aC', -18],
    ['Fc', 'fC', -15],
    ['Pc', 'pC', -12],
    ['Nc', 'nC', -9],
  ],
  resistance: [
    ['Ohm', 'Ω', 0],
    ['Kohm', 'kΩ', 3],
    ['Mohm', 'MΩ', 6],
    ['Gohm', 'GΩ', 9],
  ],
  conductance: [
    ['Psiemens', 'pS', -12],
    ['Nsiemens', 'nS', -9],
    ['Usiemens', 'µS', -6],
    ['Msiemens', 'mS', -3],
    ['Siemens', 'S', 0],
  ],
  capacitance: [
    ['Af', 'aF', -18],
    ['Ff', 'fF', -15],
    ['Pf', 'pF', -12],
    ['Nf', 'nF', -9],
    ['Uf', 'µF', -6],
  ],
  temperature: [['K', 'K', 0]],
  fraction: [
    ['Fraction', '', 0],
    ['Probability', '', 0],
    ['Percent', '%', -2],
  ],
  bits: [['Bits', 'bits', 0]],
  bytes: [['Bytes', 'bytes', 0]],
  cycles: [['Cycles', 'cycles', 0]],
} as const satisfies Record<
  Dimension,
  readonly (readonly [suffix: string, symbol: string, exponent: number])[]
>;

/** A suffix of the vocabulary. */
export type UnitSuffix = (typeof table)[Dimension][number][0];

/** All units, by dimension and, within each, from small to large. */
export const units: readonly Unit[] = Object.freeze(
  Object.entries(table).flatMap(([dimension, entries]) =>
    entries.map(([suffix, symbol, exponent]) =>
      Object.freeze({ suffix, symbol, dimension: dimension as Dimension, exponent }),
    ),
  ),
);

/** The suffixes that may end a name. */
export const unitSuffixes: readonly UnitSuffix[] = Object.freeze(
  units.map((unit) => unit.suffix as UnitSuffix),
);

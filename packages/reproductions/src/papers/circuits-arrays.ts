import { type ComparisonRow, crossbarArray, printedCase, printedComparison } from '@bitfront/crossbar-array';
import type { Claim } from '../reproduction.ts';

const where = 'output of NeuroSim V1.4, one read of the whole array';

/** Every number above 0 that is printed for the three arrays, and the share of level shifters. */
export function arrayClaims(): readonly Claim[] {
  return [...printedComparison().map(claimOf), shareClaim];
}

const titles: Readonly<Record<ComparisonRow['array'], string>> = {
  rram: 'RRAM array',
  sram: 'SRAM array',
  'sram-row-by-row': 'SRAM array read row by row',
};

function claimOf({ array, what, unit, printed, ours, factor }: ComparisonRow): Claim {
  const value = unit === 'pJ' ? 'energy' : 'area';
  const note = notes[`${array}, ${what}, ${value}`];
  return {
    claim: `${titles[array]}, 22 nm, 128 × 128: ${what}${what.endsWith(value) ? '' : `, ${value}`}`,
    kind: 'published',
    published: printed,
    unit,
    where,
    tolerance: { factor },
    ...(note === undefined ? {} : { note }),
    ours: () => ({ value: ours }),
  };
}

const shareClaim: Claim = {
  claim: 'RRAM array, 22 nm, 128 × 128: share of level shifters in the used area',
  kind: 'published',
  published: 66.7,
  unit: '%',
  where,
  tolerance: { atLeast: 55 },
  direction: { above: 55 },
  note: 'Output pairs are counted with the level shifters that they belong to. The bar is 55 to 75 %.',
  ours: () => {
    const { modules, usedAreaUm2 } = crossbarArray(printedCase('rram'));
    const banks = modules.filter(({ name }) => /(LevelShifters|WriteDrivers)$/.test(name));
    return { value: (100 * banks.reduce((sum, { areaUm2 }) => sum + areaUm2, 0)) / usedAreaUm2 };
  },
};

const pulse =
  'The energy of cells follows from read pulse and voltage, which are not printed: 0.5 ns and 0.5 V (SRAM: the supply) are assumed.';
const decoder =
  'Ours is a predecoder and one gate a way, with the drivers of the select lines up to their last inverter; the printed energy has one digit.';

/** Why we differ, where it is by more than 1.5 times. */
const notes: Readonly<Record<string, string>> = {
  'rram, word-line switches, area':
    'Ours have a flip-flop a row and pass transistors of 200 nm, the length for 2 V.',
  'rram, word-line switches, energy':
    'Ours charge word lines of 0.27 fF a cell, gates as wide as the cell allows; the printed energy is that of lines twice as heavy.',
  'rram, decoder of the multiplexer, area': decoder,
  'rram, decoder of the multiplexer, energy': decoder,
  'rram, flash converters, area':
    'Ours have 31 comparators of 22 unit transistors whatever the column current; the printed ones are half as large again in the SRAM array.',
  'rram, cells, energy': pulse,
  'sram, encoders, area':
    'The printed encoders have twice the area of those of the RRAM array for the same 5 bits; ours are the same in both.',
  'sram, precharge, area':
    'Unit width recharges our lines in half a nanosecond; the printed transistors are wider.',
  'sram, precharge, energy': 'Ours restores both lines of every column once, from 0 V.',
  'sram, cells, energy': pulse,
  'sram-row-by-row, precharge, energy':
    'Ours restores what one cell takes in a read pulse of 0.5 ns, a sixth of the supply; a longer pulse takes more.',
  'sram-row-by-row, flip-flops, energy':
    'Ours pay the clock pin and its share of the clock tree at every step, as much as the flip-flop itself.',
};

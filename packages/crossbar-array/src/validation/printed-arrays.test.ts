import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { crossbarArray } from '../crossbar-array.ts';
import { printedArrays, printedTolerance } from './printed-arrays.ts';
import { printedCase } from './printed-cases.ts';
import { printedComparison, printedTable } from './printed-comparison.ts';

const { levelShifterShare } = printedTolerance;

describe.each(printedArrays)('$name, beside the printed array', ({ name, modules, cellAreaUm2 }) => {
  const array = crossbarArray(printedCase(name));

  it('has the same modules, each counted once, and the same cells', () => {
    const ours = modules.flatMap((module) => module.ours);
    expect(new Set(ours).size).toBe(ours.length);
    expect(array.modules.map((module) => module.name)).toEqual(expect.arrayContaining([...ours]));
    if (cellAreaUm2 !== undefined) expect(array.cellAreaUm2).toBeCloseTo(cellAreaUm2, -1);
  });

  it.each(printedComparison().filter((row) => row.array === name))(
    'lies within a factor $factor of its $what in $unit',
    ({ printed, ours, factor }) => {
      expect(ours / printed).toBeLessThanOrEqual(factor);
      expect(ours / printed).toBeGreaterThanOrEqual(1 / factor);
    },
  );
});

it('gives more than half of a small RRAM array to level shifters, and nothing of an SRAM array', () => {
  expect(levelShifterShareOf('rram')).toBeGreaterThan(levelShifterShare.atLeast);
  expect(levelShifterShareOf('rram')).toBeLessThan(levelShifterShare.atMost);
  expect(levelShifterShareOf('sram')).toBe(0);
});

it('is the table of the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme.replaceAll(/ +/g, ' ').replaceAll(/-{3,}/g, '---')).toContain(printedTable());
  expect(readme).toContain(`${(100 * levelShifterShareOf('rram')).toFixed(0)} %`);
});

/** Output pairs drive the gates behind a shifter and belong to it, as in the printed banks. */
function levelShifterShareOf(name: 'rram' | 'sram'): number {
  const { modules, usedAreaUm2 } = crossbarArray(printedCase(name));
  const shifted = modules.some((module) => module.name.endsWith('LevelShifters'));
  const banks = modules.filter((module) => shifted && /(LevelShifters|WriteDrivers)$/.test(module.name));
  return banks.reduce((total, { areaUm2 }) => total + areaUm2, 0) / usedAreaUm2;
}

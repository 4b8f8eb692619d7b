import { describe, expect, it } from 'vitest';
import { crossbarArray } from './crossbar-array.ts';
import { arrayOf, cellKinds, cellOf, nodes, sensings, shapes } from './every-array.fixture.ts';
import type { CrossbarOptions } from './options.ts';
import { technology } from '@bitfront/circuits';

const totals = ['areaUm2', 'energyFj', 'latencyNs', 'leakageNw'] as const;

describe.each(cellKinds)('%s', (kind) => {
  it('is finite, adds up and fits its box at every node, shape and sensing', () => {
    for (const nodeNm of nodes) {
      for (const sensing of sensings) {
        for (const [rows, columns] of shapes) {
          const array = crossbarArray(arrayOf({ nodeNm, kind, sensing, rows, columns }));
          const sums = { ...array, areaUm2: array.usedAreaUm2 };
          for (const name of totals) {
            const parts = array.modules.map((module) => module[name]);
            const total = parts.reduce((sum, part) => sum + part, 0);
            expect(parts.every((part) => Number.isFinite(part) && part >= 0)).toBe(true);
            expect(Math.abs(total - sums[name])).toBeLessThanOrEqual(1e-9 * total);
          }
          const { cellsFj, wordLinesFj, columnLinesFj, energyFj } = array.write;
          expect(energyFj).toBe(cellsFj + wordLinesFj + columnLinesFj);
          expect(array.cellAreaUm2).toBeLessThan(array.usedAreaUm2);
          expect(array.boundingAreaUm2).toBeGreaterThanOrEqual(array.usedAreaUm2);
          expect(array.utilisation).toBeGreaterThan(0);
          expect(array.utilisation).toBeLessThanOrEqual(1);
          expect(Math.min(array.energyFj, array.latencyNs, array.leakageNw)).toBeGreaterThan(0);
          expect(new Set(array.modules.map(({ name }) => name)).size).toBe(array.modules.length);
        }
      }
    }
  });

  it('grows in used area and energy with rows and with columns', () => {
    for (const sensing of sensings) {
      for (const side of ['rows', 'columns'] as const) {
        const sizes = [1, 2, 7, 16, 64, 95, 128, 500, 784];
        const arrays = sizes.map((size) => crossbarArray(arrayOf({ kind, sensing, [side]: size })));
        expectRising(arrays.map(({ energyFj }) => energyFj));
        expectRising(arrays.map(({ write }) => write.energyFj));
        expectRising(arrays.map(({ cellAreaUm2 }) => cellAreaUm2));
        expectRising(arrays.map(({ usedAreaUm2 }) => usedAreaUm2));
      }
    }
  });

  it('spends more with denser inputs, and has the same area whatever the data', () => {
    const at = (density: number) =>
      crossbarArray(arrayOf({ kind, inputs: { bits: 1, density, toggle: density, logicToggle: density } }));
    const [quiet, busy] = [at(0.1), at(0.9)];
    expect(busy.energyFj).toBeGreaterThan(quiet.energyFj);
    expect(busy.usedAreaUm2).toBe(quiet.usedAreaUm2);
  });
});

it('shrinks with the node: cells at every step, all of it from 180 to 7 nm', () => {
  const arrays = nodes.map((nodeNm) => crossbarArray(arrayOf({ nodeNm })));
  expectRising(arrays.map(({ cellAreaUm2 }) => -cellAreaUm2));
  expect(arrays.at(-1)?.usedAreaUm2).toBeLessThan((arrays[0]?.usedAreaUm2 ?? 0) / 10);
});

it.each(['flash', 'sar'] as const)('grows with the bits of a %s converter', (converter) => {
  const sensing = { kind: 'adc', converter, columnsPerConverter: 8, rowsParallel: 128 } as const;
  const arrays = [1, 2, 3, 4, 5, 6, 7, 8].map((bits) =>
    crossbarArray(arrayOf({ sensing: { ...sensing, bits } })),
  );
  expectRising(arrays.map(({ usedAreaUm2 }) => usedAreaUm2));
  expectRising(arrays.map(({ energyFj }) => energyFj));
});

it('level shifters stand above the supply and only there', () => {
  const here = technology(28);
  const names = (writeVoltageV: number) =>
    crossbarArray(arrayOf({ cell: { ...cellOf('transistor', here), writeVoltageV } })).modules.map(
      ({ name }) => name,
    );
  expect(names(0.9).filter((name) => /LevelShifters/.test(name))).toEqual([]);
  expect(names(0.95).filter((name) => /LevelShifters/.test(name))).toHaveLength(3);
  expect(names(0.9)).toContain('bitLineWriteDrivers');
});

describe('a read by hand', () => {
  it('cells: every cell with input 1 conducts for a pulse, every bit line is charged once', () => {
    const options = arrayOf({ rows: 10, columns: 6 });
    const { cell, technology: here } = options;
    const cells = moduleNamed(options, 'cells');
    const mean = (cell.onConductanceUs + cell.offConductanceUs) / 2;
    // 28 nm: 10 drains as wide as the cell less 2 F, at 1 fF/µm, and 10 cell heights of wire at 0.2 fF/µm.
    const drainFf = Math.sqrt(cell.areaUm2 * 1.5) - 0.056;
    const lineFf = 10 * drainFf + 10 * Math.sqrt(cell.areaUm2 / 1.5) * 0.2;
    const expected = 60 * 0.45 * mean * 0.16 * 1 + 6 * lineFf * 0.16;
    expect(here.nodeNm).toBe(28);
    expect(cells.energyFj).toBeCloseTo(expected, 9);
    // Six columns share one converter: six pulses.
    expect(cells.latencyNs).toBe(6);
  });

  it('in groups of rows and bit by bit: conversions = columns · groups · bits', () => {
    const sensing = {
      kind: 'adc',
      converter: 'sar',
      bits: 6,
      columnsPerConverter: 3,
      rowsParallel: 4,
    } as const;
    const inputs = { bits: 3, density: 0.5, toggle: 0.5, logicToggle: 0.5 };
    const options = arrayOf({ rows: 10, columns: 7, sensing, inputs });
    const once = arrayOf({ rows: 4, columns: 1, sensing });
    const [many, one] = [moduleNamed(options, 'converters'), moduleNamed(once, 'converters')];
    expect(many.energyFj / one.energyFj).toBeCloseTo(7 * 3 * 3, 9);
    expect(many.areaUm2 / one.areaUm2).toBeCloseTo(3, 9);
    expect(many.latencyNs / one.latencyNs).toBeCloseTo(3 * 3 * 3, 9);
  });

  it('an SRAM line moves by G V t / C where one row is read', () => {
    const row = { kind: 'row-by-row', columnsPerAmplifier: 1, rowsRead: 64 } as const;
    const short = arrayOf({ kind: 'sram-6t', sensing: row });
    const longer = { ...short, cell: { ...short.cell, onConductanceUs: 12 } };
    const grown = moduleNamed(longer, 'precharge').energyFj - moduleNamed(short, 'precharge').energyFj;
    // 2 µS more for 1 ns at 0.9 V take 1.8 fC, restored from 0.9 V.
    expect(grown).toBeCloseTo(128 * 128 * 1.8 * 0.9, 4);
  });

  it('writes once: each cell a pulse on one line, each row one', () => {
    const { write } = crossbarArray(arrayOf({ rows: 10, columns: 6 }));
    expect(write.cellsFj).toBe(60 * 500);
  });
});

describe('what is told, and what is refused', () => {
  it('too few bits are a finding: 32 levels for 129 sums', () => {
    const { conversion } = crossbarArray(arrayOf());
    expect(conversion).toMatchObject({ levelsNeeded: 129, levels: 32, sumsPerLevel: 129 / 32 });
    expect(conversion.warning).toMatch(/32 levels for 129 sums/);
    const sensing = {
      kind: 'adc',
      converter: 'flash',
      bits: 5,
      columnsPerConverter: 8,
      rowsParallel: 31,
    } as const;
    expect(crossbarArray(arrayOf({ sensing })).conversion).toEqual({
      levelsNeeded: 32,
      levels: 32,
      sumsPerLevel: 1,
    });
  });

  it('a write voltage that the node does not stand: the limit is named', () => {
    const cell = { ...arrayOf().cell, writeVoltageV: 6 };
    expect(() => crossbarArray(arrayOf({ cell }))).toThrow(/28 nm.*writeVoltageV = 6[\s\S]*0\.1 to 5 /);
    expect(() => crossbarArray(arrayOf({ cell, nodeNm: 90 }))).not.toThrow();
    const read = { ...arrayOf().cell, readVoltageV: 1 };
    expect(() => crossbarArray(arrayOf({ cell: read }))).toThrow(/readVoltageV = 1/);
  });

  it('sizes that are no sizes, and numbers that are none', () => {
    expect(() => crossbarArray(arrayOf({ rows: 0 }))).toThrow(/rows = 0/);
    const { cell } = arrayOf();
    const bad = { ...cell, readPulseNs: Number.NaN };
    expect(() => crossbarArray(arrayOf({ cell: bad }))).toThrow(/readPulseNs/);
    expect(() => crossbarArray(arrayOf({ cell: { ...cell, offConductanceUs: 11 } }))).toThrow(/offConduct/);
  });
});

function moduleNamed(options: CrossbarOptions, wanted: string) {
  const found = crossbarArray(options).modules.find(({ name }) => name === wanted);
  if (found === undefined) throw new TypeError(`no module ${wanted}`);
  return found;
}

function expectRising(values: readonly number[]): void {
  for (const [at, value] of values.entries()) expect(value).toBeGreaterThanOrEqual(values[at - 1] ?? value);
}

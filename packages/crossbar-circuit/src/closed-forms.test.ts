import { describe, expect, it } from 'vitest';
import type { CrossbarArray, LineResistance } from './crossbar-array.ts';
import { solveExact } from './exact/solve-exact.ts';
import { lineRange, randomCrossbar } from './random-crossbar.fixture.ts';
import { readColumnsUa } from './response/read-columns.ts';
import { responseMatrixUs } from './response/response-matrix.ts';

const ways = [
  [
    'solveExact',
    (array: CrossbarArray, lines: LineResistance, volts: Float64Array) =>
      solveExact(array, lines, volts).columnCurrentsUa,
  ],
  [
    'responseMatrixUs',
    (array: CrossbarArray, lines: LineResistance, volts: Float64Array) =>
      readColumnsUa(responseMatrixUs(array, lines), volts),
  ],
] as const;

const crossbar = (rows: number, columns: number, ...conductanceUs: number[]): CrossbarArray => ({
  rows,
  columns,
  conductanceUs: Float64Array.from(conductanceUs),
});

describe.each(ways)('%s', (_, currentsUa) => {
  it('sees resistors in series in a single cell', () => {
    // 1 V over 400 + 3 + 10 000 + 3 + 70 Ω.
    const lines = { sourceOhm: 400, wireOhm: 3, neuronOhm: 70 };
    const [current] = currentsUa(crossbar(1, 1, 100), lines, Float64Array.of(1));
    expect(current).toBeCloseTo(1e6 / 10_476, 10);
  });

  it('sees V · G without line resistance', () => {
    const { array, rowVoltsV } = randomCrossbar([7, 5]);
    const found = currentsUa(array, lineRange[0], rowVoltsV);
    for (const [column, current] of found.entries()) {
      let expected = 0;
      for (const [row, volts] of rowVoltsV.entries())
        expected += volts * (array.conductanceUs[row * 5 + column] as number);
      expect(current).toBeCloseTo(expected, 12);
    }
  });

  it('divides the voltage of one row between its driver and its cells in parallel', () => {
    const cells = [100, 250, 40, 0, 7];
    const seen = cells.map((us) => (us === 0 ? 0 : 1 / (1 / us + 60e-6)));
    const total = seen.reduce((sum, us) => sum + us, 0);
    const found = currentsUa(
      crossbar(1, 5, ...cells),
      { sourceOhm: 900, wireOhm: 0, neuronOhm: 60 },
      Float64Array.of(0.5),
    );
    for (const [column, us] of seen.entries())
      expect(found[column]).toBeCloseTo((0.5 * us) / (1 + total * 900e-6), 10);
  });

  it('raises the foot of one column by the sum of its currents', () => {
    const cells = [100, 250, 40, 0, 7];
    const volts = Float64Array.of(0.1, 0, 0.4, 0.3, 0.2);
    // Millman: the node is at Σ V·G / (Σ G + G_neuron).
    const sum = cells.reduce((total, us, row) => total + us * (volts[row] as number), 0);
    const all = cells.reduce((total, us) => total + us, 0);
    const lines = { sourceOhm: 0, wireOhm: 0, neuronOhm: 500 };
    const [current] = currentsUa(crossbar(5, 1, ...cells), lines, volts);
    expect(current).toBeCloseTo((sum / (all + 2000)) * 2000, 10);
  });

  it('walks down the ladder of one row, wire by wire', () => {
    // Three cells of 1 kΩ (each with 1 Ω below), wires of 1 Ω: seen from the end, 1001 Ω, then 1 + that beside 1001, …
    const beside = (a: number, b: number) => (a * b) / (a + b);
    const third = 1001;
    const second = beside(1001, 1 + third);
    const first = beside(1001, 1 + second);
    const firstV = first / (first + 1);
    const secondV = (firstV * second) / (second + 1);
    const thirdV = (secondV * third) / (third + 1);
    const found = currentsUa(
      crossbar(1, 3, 1000, 1000, 1000),
      { sourceOhm: 0, wireOhm: 1, neuronOhm: 0 },
      Float64Array.of(1),
    );
    for (const [column, volts] of [firstV, secondV, thirdV].entries())
      expect(found[column]).toBeCloseTo((volts / 1001) * 1e6, 9);
  });

  it('gives nothing where nothing is driven or nothing conducts', () => {
    for (const lines of lineRange) {
      const { array } = randomCrossbar([6, 4]);
      expect([...currentsUa(array, lines, new Float64Array(6))]).toEqual([0, 0, 0, 0]);
      const empty = { ...array, conductanceUs: new Float64Array(24) };
      expect([...currentsUa(empty, lines, new Float64Array(6).fill(1))]).toEqual([0, 0, 0, 0]);
    }
  });

  it.each([0.5, 5, 50])('loses more current in longer wires: 784 cells in a column, %f µS', (onUs) => {
    // The line study of Oh, An and Min (Micromachines 2023, 14, 309), figure 3: their values are not public.
    const volts = new Float64Array(784).fill(0.1);
    const column = crossbar(784, 1, ...new Array<number>(784).fill(onUs));
    const ideal = 784 * onUs * 0.1;
    const losses = [0, 0.1, 0.5, 1, 2, 5].map((wireOhm) => {
      const [current] = currentsUa(column, { sourceOhm: 0, wireOhm, neuronOhm: 0 }, volts);
      return 1 - (current as number) / ideal;
    });
    expect(losses[0]).toBeCloseTo(0, 12);
    for (const [index, loss] of losses.slice(1).entries()) {
      expect(loss).toBeGreaterThan(losses[index] as number);
      expect(loss).toBeLessThan(1);
    }
    // An open line of n equal leaks: tanh(x) / x with x = n·√(R·G), up to the last pitch.
    const x = 784 * Math.sqrt(5 * onUs * 1e-6);
    expect(1 - (losses[5] as number)).toBeCloseTo(Math.tanh(x) / x, 2);
  });
});

import { describe, expect, it } from 'vitest';
import { solveExact } from './exact/solve-exact.ts';
import { lineRange, randomCrossbar, worstRatio } from './random-crossbar.fixture.ts';
import { readColumnsUa } from './response/read-columns.ts';
import { responseMatrixUs } from './response/response-matrix.ts';

const sizes = [
  [1, 1],
  [1, 9],
  [9, 1],
  [3, 2],
  [16, 31],
  [95, 16],
  [128, 20],
] as const;

describe('the response of an array and the solution of its nodes', () => {
  const patterns = [
    { onUs: 1, offUs: 0.001, density: 0.1 },
    { onUs: 100, offUs: 0, density: 0.5 },
    { onUs: 1000, offUs: 10, density: 0.9 },
    { onUs: 1000, density: 1 },
  ];
  it.each(sizes)('agree on every column over the whole range: %i x %i', (rows, columns) => {
    for (const [key, pattern] of patterns.entries())
      for (const lines of lineRange) {
        const { array, rowVoltsV } = randomCrossbar([rows, columns], { ...pattern, key });
        const found = readColumnsUa(responseMatrixUs(array, lines), rowVoltsV);
        const { columnCurrentsUa } = solveExact(array, lines, rowVoltsV);
        expect(worstRatio(found, columnCurrentsUa)).toBeLessThan(1e-9);
      }
  });

  it('agree where 256 x 256 cells sag most', () => {
    const { array, rowVoltsV } = randomCrossbar([256, 256], { onUs: 1000, offUs: 10, density: 1 });
    const lines = { sourceOhm: 1000, wireOhm: 5, neuronOhm: 1000 };
    const found = readColumnsUa(responseMatrixUs(array, lines), rowVoltsV);
    const { columnCurrentsUa, iterations } = solveExact(array, lines, rowVoltsV);
    expect(worstRatio(found, columnCurrentsUa)).toBeLessThan(1e-9);
    expect(iterations).toBeLessThan(100);
  });

  it('keep reciprocity: driving the grounds of the turned array gives the same response', () => {
    const { array } = randomCrossbar([12, 7]);
    const response = responseMatrixUs(array, { sourceOhm: 20, wireOhm: 3, neuronOhm: 90 });
    // Rows become columns, and the ends with drivers and grounds stay the near ones: cells are turned about both axes.
    const turned = Float64Array.from({ length: 84 }, (_, at) => {
      const [row, column] = [Math.floor(at / 12), at % 12];
      return array.conductanceUs[(11 - column) * 7 + (6 - row)] as number;
    });
    const back = responseMatrixUs(
      { rows: 7, columns: 12, conductanceUs: turned },
      { sourceOhm: 90, wireOhm: 3, neuronOhm: 20 },
    );
    for (let row = 0; row < 12; row++)
      for (let column = 0; column < 7; column++)
        expect(back[(6 - column) * 12 + (11 - row)]).toBeCloseTo(response[row * 7 + column] as number, 9);
  });
});

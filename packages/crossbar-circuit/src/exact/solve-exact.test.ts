import { lusolve, matrix, sparse } from 'mathjs';
import { describe, expect, it } from 'vitest';
import { type CrossbarArray, type LineResistance, siemensMicro } from '../crossbar-array.ts';
import { lineRange, randomCrossbar, worstRatio } from '../random-crossbar.fixture.ts';
import { solveExact } from './solve-exact.ts';

const wired = lineRange.filter(({ wireOhm }) => wireOhm > 0);

describe('solveExact', () => {
  it.each([
    [1, 1],
    [1, 7],
    [8, 1],
    [5, 3],
    [12, 10],
    [9, 17],
  ] as const)('agrees with the sparse LU decomposition of mathjs: %i x %i', (rows, columns) => {
    for (const [key, onUs] of [1, 50, 1000].entries())
      for (const lines of wired) {
        const { array, rowVoltsV } = randomCrossbar([rows, columns], { onUs, offUs: onUs / 50, key });
        const expected = byDecomposition(array, lines, rowVoltsV);
        expect(worstRatio(solveExact(array, lines, rowVoltsV).columnCurrentsUa, expected)).toBeLessThan(1e-9);
      }
  });

  it.each(wired)('keeps what flows into every node equal to what flows out: %o', (lines) => {
    const { array, rowVoltsV } = randomCrossbar([40, 33], { onUs: 200, offUs: 2 });
    const { rowNodesV: u, columnNodesV: w, columnCurrentsUa } = solveExact(array, lines, rowVoltsV);
    const [rows, columns] = [40, 33];
    const total = columnCurrentsUa.reduce((sum, current) => sum + current, 0);
    const wire = siemensMicro(lines.wireOhm);
    const [source, neuron] = [
      siemensMicro(lines.sourceOhm + lines.wireOhm),
      siemensMicro(lines.neuronOhm + lines.wireOhm),
    ];
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const at = row * columns + column;
        const [here, below] = [u[at] as number, w[at] as number];
        const cell = (array.conductanceUs[at] as number) * (here - below);
        const before = column === 0 ? (rowVoltsV[row] as number) : (u[at - 1] as number);
        const onwards = column + 1 < columns ? wire * (here - (u[at + 1] as number)) : 0;
        const intoRow = (column === 0 ? source : wire) * (before - here);
        expect(Math.abs(intoRow - onwards - cell) / total).toBeLessThan(1e-9);
        const from = row > 0 ? wire * ((w[at - columns] as number) - below) : 0;
        const next = row + 1 < rows ? wire * (below - (w[at + columns] as number)) : neuron * below;
        expect(Math.abs(from + cell - next) / total).toBeLessThan(1e-9);
      }
    // What the drivers send is what the grounds receive.
    let sent = 0;
    for (const [row, volts] of rowVoltsV.entries()) sent += source * (volts - (u[row * columns] as number));
    expect(sent / total).toBeCloseTo(1, 9);
  });

  it('refuses what no crossbar has', () => {
    const { array, rowVoltsV } = randomCrossbar([4, 3]);
    const [none] = lineRange;
    const refusal = (code: string) => expect.objectContaining({ code });
    const range = refusal('CIRCUIT_VALUE_OUT_OF_RANGE');
    expect(() => solveExact(array, none, new Float64Array(3))).toThrow(range);
    expect(() => solveExact({ ...array, columns: 4 }, none, rowVoltsV)).toThrow(range);
    expect(() => solveExact({ ...array, rows: 0 }, none, rowVoltsV)).toThrow(refusal('CIRCUIT_SIZE_INVALID'));
    for (const wireOhm of [-1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => solveExact(array, { ...none, wireOhm }, rowVoltsV)).toThrow(range);
    const negative = { ...array, conductanceUs: new Float64Array(12).fill(-1) };
    expect(() => solveExact(negative, none, rowVoltsV)).toThrow(range);
  });
});

/** All nodal equations at once, columns behind rows. */
function byDecomposition(
  { rows, columns, conductanceUs }: CrossbarArray,
  { sourceOhm, wireOhm, neuronOhm }: LineResistance,
  rowVoltsV: Float64Array,
): Float64Array {
  const cells = rows * columns;
  const equations = Array.from({ length: 2 * cells }, () => new Array<number>(2 * cells).fill(0));
  const injected = new Array<number>(2 * cells).fill(0);
  const tie = (node: number, us: number) => {
    (equations[node] as number[])[node] = ((equations[node] as number[])[node] as number) + us;
  };
  const connect = (a: number, b: number, us: number) => {
    tie(a, us);
    tie(b, us);
    (equations[a] as number[])[b] = -us;
    (equations[b] as number[])[a] = -us;
  };
  const neuronUs = siemensMicro(neuronOhm + wireOhm);
  for (let at = 0; at < cells; at++) {
    const [row, column] = [Math.floor(at / columns), at % columns];
    connect(at, cells + at, conductanceUs[at] as number);
    if (column > 0) connect(at - 1, at, siemensMicro(wireOhm));
    else {
      tie(at, siemensMicro(sourceOhm + wireOhm));
      injected[at] = siemensMicro(sourceOhm + wireOhm) * (rowVoltsV[row] as number);
    }
    if (row > 0) connect(cells + at - columns, cells + at, siemensMicro(wireOhm));
    if (row === rows - 1) tie(cells + at, neuronUs);
  }
  const volts = lusolve(sparse(equations), matrix(injected)).toArray().flat() as number[];
  return Float64Array.from(
    { length: columns },
    (_, column) => neuronUs * (volts[2 * cells - columns + column] as number),
  );
}

import { readColumnsUa, responseMatrixUs, solveExact } from '@bitfront/crossbar-circuit';
import { randomStream } from '@bitfront/math';
import { medianMs } from './median-ms.ts';

export interface LineFigures {
  /** Milliseconds: one read solved alone, the response of an array to any read, and one more read from it. */
  readonly solveMs: number;
  readonly responseMs: number;
  readonly readMs: number;
  /** Largest relative difference of a column current between the two ways. */
  readonly worst: number;
}

/** A crossbar of `side` × `side` cells, half of them at 10 µS and half at 1 / 17 of it, behind resistive lines. */
export function measureLines(side: number): LineFigures {
  const random = randomStream('1', 'bench-lines', side);
  const conductanceUs = Float64Array.from({ length: side * side }, () =>
    random.uniform() < 0.5 ? 10 : 10 / 17,
  );
  const volts = Float64Array.from({ length: side }, () => (random.uniform() < 0.5 ? 0.2 : 0));
  const array = { rows: side, columns: side, conductanceUs };
  const lines = { sourceOhm: 100, wireOhm: 1, neuronOhm: 100 };
  const exact = solveExact(array, lines, volts).columnCurrentsUa;
  const response = responseMatrixUs(array, lines);
  const read = readColumnsUa(response, volts);
  const worst = exact.reduce(
    (most, current, at) => Math.max(most, Math.abs((read[at] ?? 0) - current) / current),
    0,
  );
  return {
    solveMs: medianMs(5, () => solveExact(array, lines, volts)),
    responseMs: medianMs(3, () => responseMatrixUs(array, lines)),
    readMs: medianMs(101, () => readColumnsUa(response, volts)),
    worst,
  };
}

import { randomStream } from '@bitfront/math';
import type { CrossbarArray } from './crossbar-array.ts';

/** Cells at `onUs` with probability `density`, the others at `offUs`, and rows at 0 or 0.2 V. */
export function randomCrossbar(
  [rows, columns]: readonly [number, number],
  { onUs = 100, offUs = 1, density = 0.5, key = 0 } = {},
): { readonly array: CrossbarArray; readonly rowVoltsV: Float64Array } {
  const random = randomStream('crossbar', rows, columns, key);
  const conductanceUs = Float64Array.from({ length: rows * columns }, () =>
    random.uniform() < density ? onUs : offUs,
  );
  const rowVoltsV = Float64Array.from({ length: rows }, () => (random.uniform() < 0.5 ? 0.2 : 0));
  if (rowVoltsV.every((volts) => volts === 0)) rowVoltsV[0] = 0.2;
  return { array: { rows, columns, conductanceUs }, rowVoltsV };
}

/** The largest difference of two vectors, relative to each entry of the second, or to 1e-6 of its largest one. */
export function worstRatio(found: Float64Array, expected: Float64Array): number {
  const least = Math.max(1e-6 * Math.max(...expected), 1e-300);
  return expected.reduce(
    (worst, value, at) => Math.max(worst, Math.abs((found[at] as number) - value) / Math.max(value, least)),
    0,
  );
}

/** From no line resistance to the highest of the range that is claimed. */
export const lineRange = [
  { sourceOhm: 0, wireOhm: 0, neuronOhm: 0 },
  { sourceOhm: 1000, wireOhm: 0, neuronOhm: 0 },
  { sourceOhm: 0, wireOhm: 0, neuronOhm: 1000 },
  { sourceOhm: 300, wireOhm: 0, neuronOhm: 50 },
  { sourceOhm: 0, wireOhm: 5, neuronOhm: 0 },
  { sourceOhm: 0, wireOhm: 0.01, neuronOhm: 0 },
  { sourceOhm: 1000, wireOhm: 1, neuronOhm: 0 },
  { sourceOhm: 0, wireOhm: 2.5, neuronOhm: 1000 },
  { sourceOhm: 1000, wireOhm: 5, neuronOhm: 1000 },
] as const;

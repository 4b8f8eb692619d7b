import { getBit, packSigns } from '@bitfront/bits';
import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { turnDensely } from './dense-flips.ts';
import { sparseFlips, turnOver } from './sparse-flips.ts';

const [rows, columns] = [101, 77];
const bits = rows * columns;
const stored = packSigns(
  Array.from({ length: bits }, (_, index) => ((index * 7919) % 13 < 5 ? 1 : -1)),
  rows,
  columns,
);
const isOne = (place: number) => getBit(stored, Math.floor(place / columns), place % columns) === 1;
const ones = Array.from({ length: bits }, (_, place) => place).filter(isOne).length;

/** The same places, found in a matrix that the dense way has worked on. */
function denseFlips(faults: { plusToMinus: number; minusToPlus: number }, ...key: (string | number)[]) {
  const matrix = createKernels().arena.bits(rows, columns);
  turnDensely(stored, faults, randomStream('dense', ...key), matrix);
  return Array.from({ length: bits }, (_, place) => place).filter((place) => {
    const column = place % columns;
    return (matrix.row(Math.floor(place / columns))[column >>> 5]! >>> (column & 31)) & 1;
  });
}

describe('turnDensely', () => {
  it.each([
    [0.02, 0.3],
    [0.7, 0.1],
    [0.5, 0],
  ])('flips ones with %d and zeros with %d, within 4 standard deviations', (plusToMinus, minusToPlus) => {
    const rounds = 60;
    const found = Array.from({ length: rounds }, (_, round) =>
      denseFlips({ plusToMinus, minusToPlus }, round),
    ).flat();
    const ofOnes = found.filter(isOne).length;
    for (const [count, trials, p] of [
      [ofOnes, ones * rounds, plusToMinus],
      [found.length - ofOnes, (bits - ones) * rounds, minusToPlus],
    ] as const)
      expect(Math.abs(count - trials * p)).toBeLessThanOrEqual(4 * Math.sqrt(trials * p * (1 - p)));
  });

  it('treats the lanes of a word alike, and leaves padding alone', () => {
    const counts = new Float64Array(96);
    const matrix = createKernels().arena.bits(rows, columns);
    for (let round = 0; round < 300; round++) {
      matrix.view.fill(0);
      turnDensely(stored, { plusToMinus: 0.3, minusToPlus: 0.3 }, randomStream('lanes', round), matrix);
      for (let row = 0; row < rows; row++)
        for (let column = 0; column < 96; column++)
          counts[column]! += (matrix.row(row)[column >>> 5]! >>> (column & 31)) & 1;
    }
    const [mean, spread] = [0.3 * rows * 300, Math.sqrt(0.3 * 0.7 * rows * 300)];
    for (const count of counts.subarray(0, columns))
      expect(Math.abs(count - mean)).toBeLessThan(4.5 * spread);
    expect([...counts.subarray(columns)]).toEqual(Array.from({ length: 96 - columns }, () => 0));
  });
});

describe('sparseFlips', () => {
  it('flips nothing at 0, everything at 1, and only ones or only zeros where the other never flips', () => {
    const places = (plusToMinus: number, minusToPlus: number) =>
      sparseFlips(stored, { plusToMinus, minusToPlus }, randomStream('a'));
    expect(places(0, 0)).toEqual([]);
    expect(places(1, 1)).toEqual(Array.from({ length: bits }, (_, place) => place));
    expect(places(1, 0).length).toBe(ones);
    expect(places(0.5, 0).every(isOne)).toBe(true);
    expect(places(0, 0.5).some(isOne)).toBe(false);
  });

  it.each([
    [1e-4, 1e-4],
    [0.01, 0.01],
    [0.02, 0.3],
    [0.7, 0.1],
  ])('flips ones with %d and zeros with %d, within 4 standard deviations', (plusToMinus, minusToPlus) => {
    const rounds = 400;
    let [ofOnes, ofZeros] = [0, 0];
    for (let round = 0; round < rounds; round++)
      for (const place of sparseFlips(stored, { plusToMinus, minusToPlus }, randomStream('b', round)))
        if (isOne(place)) ofOnes++;
        else ofZeros++;
    for (const [count, trials, p] of [
      [ofOnes, ones * rounds, plusToMinus],
      [ofZeros, (bits - ones) * rounds, minusToPlus],
    ] as const)
      expect(Math.abs(count - trials * p)).toBeLessThan(4 * Math.sqrt(trials * p * (1 - p)));
  });

  it('treats all places alike, the first and the last of a row too', () => {
    const rounds = 4000;
    const counts = new Float64Array(columns);
    for (let round = 0; round < rounds; round++)
      for (const place of sparseFlips(
        stored,
        { plusToMinus: 0.05, minusToPlus: 0.05 },
        randomStream('c', round),
      ))
        counts[place % columns] = (counts[place % columns] as number) + 1;
    const [mean, spread] = [0.05 * rows * rounds, Math.sqrt(0.05 * 0.95 * rows * rounds)];
    for (const count of counts) expect(Math.abs(count - mean)).toBeLessThan(4.5 * spread);
  });

  it('is undone by turning the same places over again', () => {
    const { arena } = createKernels();
    const matrix = arena.bits(rows, columns);
    const before = matrix.view.slice();
    turnOver(matrix, [0, 76, 77, bits - 1]);
    expect([matrix.row(0)[0]! & 1, matrix.row(0)[2]! >>> 12, matrix.row(1)[0]]).toEqual([1, 1, 1]);
    turnOver(matrix, [0, 76, 77, bits - 1]);
    expect(matrix.view).toEqual(before);
  });
});

/**
 * Shapes of products that miss every block size of the kernels, as [rows, inner, columns]: all triples of 1, 7, 31 and
 * 33, and some with 128, 784 and 1025 that cross the blocks of 128 rows, 64 rows and 31 vectors.
 */
export function oddShapes(): (readonly [number, number, number])[] {
  const small = [1, 7, 31, 33];
  const cubes = small.flatMap((a) => small.flatMap((b) => small.map((c) => [a, b, c] as const)));
  return [
    ...cubes,
    [1, 1025, 1],
    [33, 784, 31],
    [7, 1025, 128],
    [1025, 33, 7],
    [31, 7, 1025],
    [70, 4097, 67],
  ];
}

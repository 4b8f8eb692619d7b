import { joeKuoTable } from './joe-kuo-table.ts';

/** Dimensions of the table: as many as a colour image of 32 × 32 has values. */
export const sobolDimensions = 3072;

/**
 * Direction numbers of Sobol sequences as words of `bits` bits, [dimensions × bits]: V_k = m_k · 2^(bits − k), where
 * m_1 … m_s come from the table and
 * m_k = 2·a_1·m_(k−1) ⊕ … ⊕ 2^(s−1)·a_(s−1)·m_(k−s+1) ⊕ 2^s·m_(k−s) ⊕ m_(k−s)
 * with the coefficients a of the dimension's primitive polynomial of degree s. In dimension 1 all m are 1.
 * Source: S. Joe and F. Y. Kuo, SIAM J. Sci. Comput. 30 (2008) 2635, table new-joe-kuo-6.21201.
 *
 * @param dimensions 1 … sobolDimensions
 */
export function sobolDirections(dimensions: number, bits: number): Uint32Array {
  const directions = new Uint32Array(dimensions * bits);
  for (let k = 0; k < bits; k++) directions[k] = 1 << (bits - 1 - k);
  const read = bitReader(joeKuoTable);
  for (let dimension = 1; dimension < dimensions; dimension++) {
    const degree = read(4);
    const coefficients = read(degree - 1);
    const row = directions.subarray(dimension * bits, (dimension + 1) * bits);
    for (let k = 1; k <= degree; k++) {
      const odd = 2 * read(k - 1) + 1;
      if (k <= bits) row[k - 1] = odd << (bits - k);
    }
    for (let k = degree; k < bits; k++) row[k] = continued(row, k, degree, coefficients);
  }
  return directions;
}

/** V_k of the ones before it: in V, the powers of two of the recurrence of m are in place already. */
function continued(row: Uint32Array, k: number, degree: number, coefficients: number): number {
  const oldest = row[k - degree] as number;
  let word = oldest ^ (oldest >>> degree);
  for (let back = 1; back < degree; back++)
    if ((coefficients >>> (degree - 1 - back)) & 1) word ^= row[k - back] as number;
  return word >>> 0;
}

/** Reads numbers of any number of bits, highest bit first, from base64. */
function bitReader(base64: string): (count: number) => number {
  const bytes = atob(base64);
  let at = 0;
  return (count) => {
    let value = 0;
    for (let bit = 0; bit < count; bit++, at++)
      value = 2 * value + ((bytes.charCodeAt(at >>> 3) >>> (7 - (at & 7))) & 1);
    return value;
  };
}

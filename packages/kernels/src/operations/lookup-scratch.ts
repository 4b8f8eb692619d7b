/** Rows of a chunk, and chunks of a period, of the products by tables at fixed addresses (assembly/bit-tables.ts). */
const chunkRows = 48;
const chunksPerPeriod = 5;

/**
 * Bytes beyond the matrices that products of signs with bits or counts need, with thresholds or without: table offsets,
 * sums, and the dots of 128 columns (or the sums of signs and columns).
 */
export function lookupScratchBytes(n: number, k: number): number {
  const chunks = Math.ceil(k / chunkRows);
  return n * (chunks * 16 + Math.ceil(chunks / chunksPerPeriod) * 64 + 512);
}

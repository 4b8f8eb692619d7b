import { checkDataBits } from './checks.ts';
import { type LinearCode, linearCode } from './linear-code.ts';

/**
 * Single error correction: the shortened Hamming code of `dataBits` data bits. Check bits r are the fewest with
 * 2^r − r − 1 ≥ dataBits; the data columns are the smallest numbers that are no power of two, in ascending order.
 * @throws CODE_VALUE_INVALID
 */
export function secCode(dataBits: number): LinearCode {
  checkDataBits('sec', dataBits);
  let checkBits = 2;
  while ((1 << checkBits) - checkBits - 1 < dataBits) checkBits += 1;
  const dataColumns: number[] = [];
  for (let column = 3; dataColumns.length < dataBits; column++)
    if ((column & (column - 1)) !== 0) dataColumns.push(column);
  return linearCode('sec', checkBits, dataColumns);
}

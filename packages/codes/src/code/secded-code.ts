import { checkDataBits } from './checks.ts';
import { type LinearCode, linearCode } from './linear-code.ts';
import { onesOf } from './ones-of.ts';

/**
 * Single error correction and double error detection after M. Y. Hsiao (IBM J. Res. Dev. 14 (1970) 395): all columns
 * have an odd number of ones, so that two errors never look like one. Check bits r are the fewest with
 * 2^(r−1) − r ≥ dataBits. Data columns of three ones are taken first, then of five, and so on; of a weight that is not
 * used up, always the column whose rows have the fewest ones so far, the smallest number among equals. With four data
 * bits this is the extended Hamming code.
 * @throws CODE_VALUE_INVALID
 */
export function secdedCode(dataBits: number): LinearCode {
  checkDataBits('secded', dataBits);
  let checkBits = 3;
  while ((1 << (checkBits - 1)) - checkBits < dataBits) checkBits += 1;
  const dataColumns: number[] = [];
  const load = new Array<number>(checkBits).fill(1);
  for (let weight = 3; dataColumns.length < dataBits; weight += 2) {
    const left = columnsOfWeight(weight, checkBits);
    while (left.length > 0 && dataColumns.length < dataBits) {
      const [column = 0] = left.splice(lightest(left, load), 1);
      for (let row = 0; row < checkBits; row++) load[row] = (load[row] ?? 0) + ((column >> row) & 1);
      dataColumns.push(column);
    }
  }
  return linearCode('secded', checkBits, dataColumns);
}

function columnsOfWeight(weight: number, checkBits: number): number[] {
  const found: number[] = [];
  for (let column = 1; column < 1 << checkBits; column++) if (onesOf(column) === weight) found.push(column);
  return found;
}

/** Place of the column whose rows hold the fewest ones in all. */
function lightest(columns: readonly number[], load: readonly number[]): number {
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [place, column] of columns.entries()) {
    let total = 0;
    for (let rest = column; rest !== 0; rest &= rest - 1) total += load[31 - Math.clz32(rest & -rest)] ?? 0;
    if (total < least) [best, least] = [place, total];
  }
  return best;
}

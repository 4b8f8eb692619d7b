import type { Upstream } from '@bitfront/core';
import type { Reading } from './array-use.ts';
import { tooHigh } from './too-high.ts';

/**
 * Why this reading cannot be priced behind the stages above, or nothing. What is evaluated and what is built must be one
 * design: an error rate of 8 bits beside the area of 4 would look like a good one.
 */
export function refuseCombination(
  { memory, evaluation }: Pick<Upstream, 'memory' | 'evaluation'>,
  { sensing, adcBits, rowsInParallel }: Pick<Reading, 'sensing' | 'adcBits' | 'rowsInParallel'>,
): string | undefined {
  if (memory?.capabilities.corrects === true)
    return `Error correction (${memory.plugin}) works on words, and crossbars read none: its circuits would go unpriced. Take it out, or use ecc-none.`;
  const unfit = tooHigh(memory === undefined ? {} : { memory });
  if (unfit !== undefined) return unfit;
  const evaluated = evaluation?.parameters;
  if (evaluated?.adcBits === undefined) return undefined;
  if (evaluated.drive === 'bipolar')
    return 'Rows of inputs −1 are evaluated as driven by the opposite voltage (evaluator parameter drive, bipolar), and only rows that stay off are priced.';
  if (sensing === 'row-by-row')
    return evaluated.rowsInParallel === 1
      ? undefined
      : 'Converters are evaluated, and amplifiers that read row by row are priced (parameter sensing). Evaluate flips of bits (evaluator-faulted), or one row at a time (evaluator parameter rowsInParallel, 1).';
  if (evaluated.adcBits !== adcBits)
    return `Converters of ${evaluated.adcBits} bits are evaluated, and of ${adcBits} bits priced. Give both adcBits the same value (paired, where it is an axis).`;
  if (evaluated.rowsInParallel !== rowsInParallel)
    return `Groups of ${rowsText(evaluated.rowsInParallel)} are evaluated, and of ${rowsText(rowsInParallel)} priced. Give both rowsInParallel the same value (paired, where it is an axis).`;
  return undefined;
}

function rowsText(rows: unknown): string {
  return rows === 0 ? 'all rows' : `${rows} rows`;
}

import type { ReadSettings } from '../read-settings.ts';

/** A uniform converter of the sums of one column, in units of one weight. */
export interface Converter {
  /** Code 0 stands for −range, the last code for about +range; sums beyond are clipped. */
  readonly range: number;
  readonly step: number;
  readonly lastCode: number;
  /** Ideal sums within the range that have no level of their own, for want of levels. */
  readonly levelsLost: number;
}

/**
 * The converter behind a column of `rows` driven rows, with L levels −R + k·step.
 *
 * Ideal sums of n signs lie within ±n: all integers where rows of −1 are not driven, every second one where they are
 * driven down. R is n, or s standard deviations of the sum of random signs (√n, and √(n/2) where half of the rows are
 * driven), rounded up to a possible sum. step = max(1 or 2, 2R / (L − 1)): with levels enough, levels and ideal sums are
 * the same, and nothing is lost. L is 2^bits, one less where rows are not driven: zero, which is all that dark pixels
 * give, is then a level.
 */
export function converter(
  rows: number,
  { drive, adcBits, adcRangeSigmas }: Pick<ReadSettings, 'drive' | 'adcBits' | 'adcRangeSigmas'>,
): Converter {
  const grid = drive === 'unipolar' ? 1 : 2;
  const wanted = adcRangeSigmas * Math.sqrt(rows / (drive === 'unipolar' ? 2 : 1));
  const range =
    adcRangeSigmas === 0 || wanted >= rows ? rows : rows - grid * Math.floor((rows - wanted) / grid);
  const levels = (1 << adcBits) - (drive === 'unipolar' ? 1 : 0);
  const step = Math.max(grid, (2 * range) / (levels - 1));
  return {
    range,
    step,
    lastCode: Math.min(levels - 1, Math.round((2 * range) / step)),
    levelsLost: Math.max(0, (2 * range) / grid + 1 - levels),
  };
}

import type { LayerWork } from './layer-work.ts';

/** Sums of a column and the levels that tell them apart, in the layer where most of them share one. */
export interface ConversionLoss {
  readonly levelsNeeded: number;
  readonly levels: number;
  /** Sums that share a level; 1 where nothing is lost. */
  readonly sumsPerLevel: number;
  /** Empty where nothing is lost. */
  readonly warning: string;
}

/**
 * n rows that are on together have sums of −n … n, 2n + 1 of them: in a pair of columns, and in a single one behind a
 * reference of half a weight for each driven row, since the number of driven rows varies. Data-dependent ranges are narrower: this is what no data can exceed. @see evaluator-crossbar for the errors it makes
 */
export function conversionLoss(
  works: readonly LayerWork[],
  bits: number,
  rowsInParallel: number,
): ConversionLoss {
  const levels = 1 << bits;
  const needed = works.map(({ mapping }) => {
    const { rowsDriven } = mapping.sums;
    const rows = rowsInParallel === 0 ? rowsDriven : Math.min(rowsInParallel, rowsDriven);
    return 2 * rows + 1;
  });
  const levelsNeeded = Math.max(...needed);
  const sumsPerLevel = Math.max(1, levelsNeeded / levels);
  const warning =
    sumsPerLevel === 1
      ? ''
      : `Converters of ${bits} bits have ${levels} levels for ${levelsNeeded} sums in layer ${needed.indexOf(levelsNeeded) + 1}: sums are rounded. Use more bits, or drive fewer rows together (rowsInParallel).`;
  return { levelsNeeded, levels, sumsPerLevel, warning };
}

import type { CrossbarMapping } from '@bitfront/core';
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
 * n rows that are on together have sums of −n … n in a pair of columns, 2n + 1 of them, and 0 … n in a single one.
 * Data-dependent ranges are narrower: this is what no data can exceed. @see evaluator-crossbar for the errors it makes
 */
export function conversionLoss(
  works: readonly LayerWork[],
  pairs: CrossbarMapping['pairs'],
  bits: number,
  rowsInParallel: number,
): ConversionLoss {
  const levels = 1 << bits;
  const needed = works.map(({ mapping }) => {
    const { rowsDriven } = mapping.sums;
    const rows = rowsInParallel === 0 ? rowsDriven : Math.min(rowsInParallel, rowsDriven);
    return pairs === 'single' ? rows + 1 : 2 * rows + 1;
  });
  const levelsNeeded = Math.max(...needed);
  const sumsPerLevel = Math.max(1, levelsNeeded / levels);
  const warning =
    sumsPerLevel === 1
      ? ''
      : `Converters of ${bits} bits have ${levels} levels for ${levelsNeeded} sums in layer ${needed.indexOf(levelsNeeded) + 1}: sums are rounded. Use more bits, or drive fewer rows together (rowsInParallel).`;
  return { levelsNeeded, levels, sumsPerLevel, warning };
}

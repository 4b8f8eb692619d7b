import { type ConversionLoss, conversionLoss } from '@bitfront/crossbar-array';
import type { LayerWork } from './layer-work.ts';

/** Of the layer where most sums share a level; `warning` is empty where nothing is lost. */
export interface NetworkLoss extends ConversionLoss {
  readonly warning: string;
}

/**
 * n rows that are on together have sums of −n … n, 2n + 1 of them: in a pair of columns, and in a single one behind a
 * reference of half a weight for each driven row, since the number of driven rows
 * varies. Data-dependent ranges are narrower: this is what no data can exceed. What it does to errors, evaluator-crossbar says.
 */
export function networkLoss(works: readonly LayerWork[], bits: number, rowsInParallel: number): NetworkLoss {
  const needed = works.map(({ mapping }) => {
    const { rowsDriven } = mapping.sums;
    const rows = rowsInParallel === 0 ? rowsDriven : Math.min(rowsInParallel, rowsDriven);
    return 2 * rows + 1;
  });
  const levelsNeeded = Math.max(...needed);
  const loss = conversionLoss(levelsNeeded, 1 << bits);
  const warning =
    loss.sumsPerLevel === 1
      ? ''
      : `Converters of ${bits} bits have ${loss.levels} levels for ${levelsNeeded} sums in layer ${needed.indexOf(levelsNeeded) + 1}: sums are rounded. Use more bits, or drive fewer rows together (rowsInParallel).`;
  return { ...loss, warning };
}

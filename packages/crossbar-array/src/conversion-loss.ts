import type { CrossbarOptions } from './options.ts';
import { scheduleOf } from './schedule.ts';

/** Whether converters tell all sums apart: a finding, not an error. */
export interface ConversionLoss {
  /** Sums that an output can have. */
  readonly levelsNeeded: number;
  readonly levels: number;
  /** Sums that share a level; 1 where nothing is lost. */
  readonly sumsPerLevel: number;
}

export function conversionLoss(levelsNeeded: number, levels: number): ConversionLoss {
  return { levelsNeeded, levels, sumsPerLevel: Math.max(1, levelsNeeded / levels) };
}

/** 0 to the rows that are on together in a column, as far below 0 in a pair of them. */
export function conversionLossOf(options: CrossbarOptions): ConversionLoss & { readonly warning?: string } {
  const { sensing } = options;
  const rows = scheduleOf(options).rowsTogether;
  const isPair = sensing.kind === 'adc' && sensing.columnsPerOutput === 2;
  const loss = conversionLoss((isPair ? 2 * rows : rows) + 1, sensing.kind === 'adc' ? 1 << sensing.bits : 2);
  if (loss.sumsPerLevel === 1) return loss;
  const warning = `The converters have ${loss.levels} levels for ${loss.levelsNeeded} sums: sums are rounded. Drive fewer rows together, or use more bits.`;
  return { ...loss, warning };
}

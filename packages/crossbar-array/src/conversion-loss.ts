import type { CrossbarOptions } from './options.ts';
import { scheduleOf } from './schedule.ts';

/** Whether converters tell all sums apart: a finding, not an error. */
export interface ConversionLoss {
  /** Sums that a column can have: 0 to the rows that are on together. */
  readonly levelsNeeded: number;
  readonly levels: number;
  /** Sums that share a level; 1 where nothing is lost. */
  readonly sumsPerLevel: number;
  readonly warning?: string;
}

export function conversionLossOf(options: CrossbarOptions): ConversionLoss {
  const { sensing } = options;
  const levelsNeeded = scheduleOf(options).rowsTogether + 1;
  const levels = sensing.kind === 'adc' ? 1 << sensing.bits : 2;
  const sumsPerLevel = Math.max(1, levelsNeeded / levels);
  if (sumsPerLevel === 1) return { levelsNeeded, levels, sumsPerLevel };
  const warning = `The converters have ${levels} levels for ${levelsNeeded} sums: sums are rounded. Drive fewer rows together, or use more bits.`;
  return { levelsNeeded, levels, sumsPerLevel, warning };
}

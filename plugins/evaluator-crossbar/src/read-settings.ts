import type { LineResistance } from '@bitfront/crossbar-circuit';

/** Voltages of a row for activations +1 and −1: driven or not (`unipolar`), or driven up and down (`bipolar`). */
export const drives = ['unipolar', 'bipolar'] as const;

export type Drive = (typeof drives)[number];

/** How columns are read. */
export interface ReadSettings {
  readonly drive: Drive;
  readonly adcBits: number;
  /** Half the range of a converter in standard deviations of its sum; 0 for the whole range of the sum. */
  readonly adcRangeSigmas: number;
  /** Rows driven at a time; 0 for all rows of a part. */
  readonly rowsInParallel: number;
  readonly lines: LineResistance;
}

import type { Row } from './artifacts.ts';

/** Area, energy and latency of one inference; the row holds totals and their breakdowns (`areaUm2.cells`). */
export interface HardwareCost {
  readonly row: Row;
}

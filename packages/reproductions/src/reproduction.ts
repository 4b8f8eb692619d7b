import type { Results } from './results.ts';
import type { Tolerance } from './tolerance.ts';

/** A paper, what it claims, and which studies say something about it. */
export interface Reproduction {
  /** first author-year-subject: `hirtzlin-2019-sc-bnn`. */
  readonly paper: string;
  /** Authors, title, venue, year, identifier. */
  readonly cite: string;
  /** Names of the studies that are swept first; claims and curves read their rows. */
  readonly pipelines: readonly string[];
  readonly claims: readonly Claim[];
  readonly curves: readonly Curve[];
  /** What is true of the whole comparison, sentence by sentence. */
  readonly remarks: readonly string[];
}

/** One sentence of a paper with its number, and how to find ours. */
export interface Claim {
  readonly claim: string;
  /**
   * `published`: read in the paper, or in a source that quotes it. `computed`: an independent computation, by closed form
   * or another program; agreement says that the program is right, not that the paper is.
   */
  readonly kind: 'published' | 'computed';
  /** A word where the paper, or its abstract, gives no number: `little`; the tolerance then says what we take it for. */
  readonly published: number | string;
  /** As in tables: `1`, `%`, `points` (of percent), `×`. */
  readonly unit: string;
  /** Abstract, section, table, or who computed it. */
  readonly where: string;
  /** Committed before the first run. */
  readonly tolerance: Tolerance;
  /** On which side ours must lie to count as the same direction where it misses the tolerance. */
  readonly direction?: { readonly above: number } | { readonly below: number };
  /** The best that can be said, where our number depends on the published one or on assumptions in its place. */
  readonly atBest?: 'direction only';
  /** What limits the comparison, in one sentence. */
  readonly note?: string;
  ours(results: Results): Measured;
}

/** Our number with its 95 % interval, where it has one. */
export interface Measured {
  readonly value: number;
  readonly low95?: number;
  readonly high95?: number;
}

/** A picture of some rows. */
export interface Curve {
  /** Becomes part of the file's name. */
  readonly name: string;
  readonly title: string;
  readonly x: CurveAxis;
  readonly y: CurveAxis;
  series(results: Results): readonly Series[];
}

export interface CurveAxis {
  readonly title: string;
  /** `1` for a pure number, else it stands behind the title. */
  readonly unit: string;
  readonly scale: 'linear' | 'logarithmic';
}

export interface Series {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

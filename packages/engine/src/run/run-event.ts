import type { ResultFiles } from '../record/result-folder.ts';
import type { RunReport } from '../record/run-report.ts';
import type { RunningCall } from './call-counter.ts';

/** What a run tells while it goes on. */
export type RunEvent =
  | ({ readonly type: 'progress' } & RunProgress)
  | { readonly type: 'notice'; readonly message: string }
  | { readonly type: 'finished'; readonly summary: RunSummary };

export interface RunProgress {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  /** Stage calls that ran, and requests that were answered without running one. */
  readonly computed: number;
  readonly reused: number;
  readonly frontSize: number;
  readonly secondsLeft?: number;
  /** Some stage has not been timed yet: it will take longer than `secondsLeft`. */
  readonly secondsLeftAtLeast?: boolean;
  readonly running: readonly RunningCall[];
}

export interface RunSummary {
  readonly status: 'complete' | 'interrupted';
  /** Every point had been recorded by an earlier start. */
  readonly alreadyDone: boolean;
  readonly files: ResultFiles;
  readonly report: RunReport;
  /** Of the wall time, what was spent inside stages, over all threads. */
  readonly stageSeconds: number;
}

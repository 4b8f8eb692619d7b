/** What a benchmark is asked to do. */
export interface BenchSetting {
  /** Most worker threads of a measurement on several of them. */
  readonly threads: number;
  /** Shapes whose name contains this; all unless given. */
  readonly only: string | undefined;
  /** Tells people what is being measured. */
  readonly say: (text: string) => void;
}

/** Figures as data and as a table. */
export interface BenchReport {
  readonly result: object;
  readonly text: string;
}

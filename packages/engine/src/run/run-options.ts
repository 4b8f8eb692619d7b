import type { Executor, Host } from '@bitfront/core';

export interface RunOptions {
  /** The result folder. */
  readonly folder: string;
  readonly executor: Executor;
  readonly executorName: string;
  /** The artifact store; absent for a store that lives only as long as the run. */
  readonly cacheFolder?: string;
  /** Start a new journal; the old results are moved aside, cached artifacts stay. */
  readonly fresh: boolean;
  /** For each call of a stage. */
  readonly timeoutMs?: number;
  readonly host: Host;
  /** The first abort finishes what ends within ten seconds and writes what is complete. */
  readonly signal: AbortSignal;
  readonly gitCommit?: string;
}

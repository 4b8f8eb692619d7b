import type { CallOutcome, StageCall } from './stage-call.ts';

export interface CallOptions {
  /** Aborting stops the call at once; its promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** A call that runs longer fails with POOL_TIMEOUT and blame `machine`. */
  readonly timeoutMs?: number;
  readonly onProgress?: (fraction: number, note?: string) => void;
}

/** Where stage calls run. Outcomes never depend on which executor ran them. */
export interface Executor {
  readonly threads: number;
  /**
   * Runs calls one after another in one thread. Failures are outcomes: the promise rejects only when aborted or
   * when the executor itself is broken. When a call kills its thread or runs out of time, it alone is blamed and the
   * calls after it still run.
   */
  run(calls: readonly StageCall[], options?: CallOptions): Promise<readonly CallOutcome[]>;
  /** Reads an artifact file; its large arrays come back shared. Rejects with ARTIFACT_DAMAGED. */
  load(file: string): Promise<Readonly<Record<string, unknown>>>;
  /** Waits for nothing; stops all threads. */
  close(): Promise<void>;
}

/** An executor plugin. */
export interface ExecutorPlugin {
  readonly name: string;
  readonly version: number;
  readonly doc: string;
  readonly capabilities: { readonly parallel: boolean; readonly killsRunaways: boolean };
  open(options: { readonly threads: number }): Executor;
}

export function defineExecutor(plugin: ExecutorPlugin): ExecutorPlugin {
  return Object.freeze(plugin);
}

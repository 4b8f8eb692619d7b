import type { RunProgress } from '@bitfront/engine';

/** Where the progress of a run is told. */
export interface ProgressSink {
  progress(now: RunProgress): void;
  notice(message: string): void;
  /** Before anything else is printed. */
  end(): void;
}

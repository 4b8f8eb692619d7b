import type { RunEvent, RunSummary } from '@bitfront/engine';
import type { ProgressSink } from '../progress/progress-sink.ts';

/** The part of an observable that is used here. */
interface Events {
  subscribe(observer: {
    next(event: RunEvent): void;
    error(error: unknown): void;
    complete(): void;
  }): unknown;
}

/** Tells the events of a run; resolves with its summary, rejects with its error. */
export function watchRun(events: Events, progress: ProgressSink): Promise<RunSummary> {
  return new Promise((resolve, reject) => {
    let summary: RunSummary | undefined;
    events.subscribe({
      next: (event) => {
        if (event.type === 'progress') progress.progress(event);
        else if (event.type === 'notice') progress.notice(event.message);
        else summary = event.summary;
      },
      error: reject,
      complete: () => summary !== undefined && resolve(summary),
    });
  });
}

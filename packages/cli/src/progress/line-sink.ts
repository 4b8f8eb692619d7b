import { progressText } from './progress-text.ts';
import type { ProgressSink } from './progress-sink.ts';

const everyMs = 5_000;

/** A plain line every five seconds, for logs. */
export function lineSink(
  write: (text: string) => void,
  clock: () => number = () => performance.now(),
): ProgressSink {
  let last = clock();
  return {
    progress(now) {
      const time = clock();
      if (time - last < everyMs) return;
      last = time;
      write(`${progressText(now)}\n`);
    },
    notice: (message) => write(`${message}\n`),
    end: () => undefined,
  };
}

import type { ProgressSink } from './progress-sink.ts';

/** One JSON object per line: `{"type":"progress",…}` and `{"type":"notice","message":…}`. */
export function jsonSink(write: (text: string) => void): ProgressSink {
  return {
    progress: (now) => write(`${JSON.stringify({ ...now, type: 'progress' })}\n`),
    notice: (message) => write(`${JSON.stringify({ type: 'notice', message })}\n`),
    end: () => undefined,
  };
}

import { barSink } from './bar-sink.ts';
import { jsonSink } from './json-sink.ts';
import { lineSink } from './line-sink.ts';
import type { ProgressSink } from './progress-sink.ts';

export type ProgressKind = 'auto' | 'json' | 'none';

/** Progress goes to stderr: a bar on a terminal, a line every few seconds elsewhere, NDJSON, or notices alone. */
export function openProgress(kind: ProgressKind): ProgressSink {
  const write = (text: string): void => void process.stderr.write(text);
  if (kind === 'json') return jsonSink(write);
  if (kind === 'none')
    return { progress: () => undefined, notice: (message) => write(`${message}\n`), end: () => undefined };
  return process.stderr.isTTY === true ? barSink(write, () => process.stderr.columns || 80) : lineSink(write);
}

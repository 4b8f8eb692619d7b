import { progressText } from './progress-text.ts';
import type { ProgressSink } from './progress-sink.ts';

const barWidth = 24;
const eraseLine = '\r\u001b[K';

/** A bar that is redrawn in place, never wider than the terminal. */
export function barSink(write: (text: string) => void, columns: () => number): ProgressSink {
  let drawn = false;
  const erase = (): void => {
    if (drawn) write(eraseLine);
    drawn = false;
  };
  return {
    progress(now) {
      const share = now.total > 0 ? Math.min(1, now.done / now.total) : 0;
      const full = Math.floor(share * barWidth);
      const line = `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${progressText(now)}`;
      write(`${eraseLine}${line.slice(0, Math.max(1, columns() - 1))}`);
      drawn = true;
    },
    notice(message) {
      erase();
      write(`${message}\n`);
    },
    end: erase,
  };
}

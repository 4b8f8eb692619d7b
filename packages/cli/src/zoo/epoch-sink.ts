import type { RunProgress } from '@bitfront/engine';
import type { ProgressSink } from '../progress/progress-sink.ts';
import { durationText } from '../text/duration-text.ts';

const barWidth = 24;
const eraseLine = '\r\u001b[K';

/**
 * The progress of one training: a line per epoch, and on a terminal a bar below it with the time left.
 * @param columns width of the terminal; absent where there is none
 */
export function epochSink(
  write: (text: string) => void,
  columns?: () => number,
  clock: () => number = () => performance.now(),
): ProgressSink {
  let told = '';
  let start: { readonly fraction: number; readonly time: number } | undefined;
  const erase = (): void => {
    if (columns !== undefined) write(eraseLine);
  };
  return {
    progress({ running }: RunProgress) {
      const [longest] = running;
      if (longest === undefined) return;
      const { plugin, fraction, note = '' } = longest;
      if (note !== '' && note !== told) {
        erase();
        write(`${plugin}: ${note}\n`);
        told = note;
      }
      if (columns === undefined) return;
      start ??= { fraction, time: clock() };
      const full = Math.floor(Math.min(1, fraction) * barWidth);
      const bar = `${'█'.repeat(full)}${'░'.repeat(barWidth - full)} ${Math.floor(100 * fraction)} %`;
      const left = fraction > start.fraction ? timeLeft(start, fraction, clock()) : '';
      write(`${eraseLine}${`${bar}${left}`.slice(0, Math.max(1, columns() - 1))}`);
    },
    notice(message) {
      erase();
      write(`${message}\n`);
    },
    end: erase,
  };
}

function timeLeft(
  start: { readonly fraction: number; readonly time: number },
  fraction: number,
  now: number,
): string {
  const seconds = (((now - start.time) / 1000) * (1 - fraction)) / (fraction - start.fraction);
  return ` · about ${durationText(seconds)} left`;
}

import { type CallBoard, readBoard } from './call-board.ts';

/**
 * Looks at the board whenever the running call could have used up its time, and reports once the call that has.
 * Time spent waiting for a thread does not count.
 */
export function watchTime(
  board: CallBoard,
  calls: number,
  timeoutMs: number | undefined,
  onLate: (index: number, elapsedMs: number) => void,
): { stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const look = (limitMs: number): void => {
    const { index, elapsedMs } = readBoard(board);
    const running = index >= 0 && index < calls;
    if (running && elapsedMs >= limitMs) onLate(index, elapsedMs);
    else wait(limitMs, running ? limitMs - elapsedMs : limitMs);
  };
  const wait = (limitMs: number, ms: number): void => {
    // Never sooner than a millisecond, never longer than timers can count.
    timer = setTimeout(look, Math.min(Math.max(1, ms), 2 ** 31 - 1), limitMs);
  };
  if (timeoutMs !== undefined && Number.isFinite(timeoutMs)) wait(timeoutMs, timeoutMs);
  return { stop: () => clearTimeout(timer) };
}

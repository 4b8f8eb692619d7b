/**
 * Sixteen shared bytes on which a worker notes which call of its batch it runs and since when, so that the main thread
 * knows whom to blame when the worker is gone: start in nanoseconds (int64) | index of the call (int32) | unused.
 */
export type CallBoard = SharedArrayBuffer;

export interface BoardReading {
  /** −1 before the first call, the number of calls after the last. */
  readonly index: number;
  /** Since the call started, 0 before the first. */
  readonly elapsedMs: number;
}

export function newBoard(): CallBoard {
  const board = new SharedArrayBuffer(16);
  Atomics.store(new Int32Array(board), 2, -1);
  return board;
}

/** The time goes first: a reader that sees the index also sees its time, or a later one. */
export function noteStart(board: CallBoard, index: number): void {
  Atomics.store(new BigInt64Array(board), 0, process.hrtime.bigint());
  Atomics.store(new Int32Array(board), 2, index);
}

/** `process.hrtime` is one clock for all threads of a process. */
export function readBoard(board: CallBoard): BoardReading {
  const index = Atomics.load(new Int32Array(board), 2);
  const start = Atomics.load(new BigInt64Array(board), 0);
  return { index, elapsedMs: index < 0 ? 0 : Number(process.hrtime.bigint() - start) / 1e6 };
}

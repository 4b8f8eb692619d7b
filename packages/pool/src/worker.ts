import { Console } from 'node:console';
import { workerData } from 'node:worker_threads';
import type { CallOutcome } from '@bitfront/core';
import { BitfrontError } from '@bitfront/errors';
import { readArtifact } from '@bitfront/store/artifacts';
import { createStageLoader } from './call/load-stage.ts';
import { runCall } from './call/run-call.ts';
import { inheritPluginResolution } from './resolution/plugin-resolution.ts';
import { createThreadMemos } from './services/thread-memos.ts';
import { noteStart } from './threads/call-board.ts';
import { errorData } from './threads/error-data.ts';
import type { LoadAnswer, ProgressMessage, RunAnswer, RunTask, Task, WorkerSetup } from './threads/task.ts';

// Standard output belongs to the command line; what a plugin prints goes where logs go.
globalThis.console = new Console(process.stderr, process.stderr);
inheritPluginResolution();

const loadStage = createStageLoader();
const memos = createThreadMemos((workerData as WorkerSetup).memoBytes);

/** At most one message per call and this time. */
const progressEveryMs = 100;

/** The entry of a worker thread. */
export default function work(task: Task): Promise<RunAnswer> | LoadAnswer {
  return task.kind === 'run' ? run(task) : load(task.file);
}

async function run({ calls, board, progress }: RunTask): Promise<RunAnswer> {
  const outcomes: CallOutcome[] = [];
  try {
    for (const [index, call] of calls.entries()) {
      noteStart(board, index);
      const send = (message: ProgressMessage): void =>
        progress?.postMessage({ ...message, fraction: (index + message.fraction) / calls.length });
      outcomes.push(
        await runCall(call, {
          loadStage,
          memos,
          ...(progress === undefined ? {} : { onProgress: throttled(send) }),
        }),
      );
    }
    noteStart(board, calls.length);
    return outcomes;
  } finally {
    progress?.close();
  }
}

function throttled(send: (message: ProgressMessage) => void): (fraction: number, note?: string) => void {
  let nextMs = 0;
  return (fraction, note) => {
    const nowMs = performance.now();
    if (nowMs < nextMs && fraction < 1) return;
    nextMs = nowMs + progressEveryMs;
    send(note === undefined ? { fraction } : { fraction, note });
  };
}

function load(file: string): LoadAnswer {
  try {
    return { artifact: readArtifact(file).artifact };
  } catch (error) {
    if (error instanceof BitfrontError) return { error: errorData(error) };
    throw error;
  }
}

import type { MessagePort } from 'node:worker_threads';
import type { CallOutcome, StageCall } from '@bitfront/core';
import type { CallBoard } from './call-board.ts';
import type { ErrorData } from './error-data.ts';

/** What a worker knows from its start. */
export interface WorkerSetup {
  readonly memoBytes: number;
}

/** What a worker is asked to do. */
export type Task = RunTask | LoadTask;

export interface RunTask {
  readonly kind: 'run';
  readonly calls: readonly StageCall[];
  readonly board: CallBoard;
  /** Where progress goes; absent when nobody listens. */
  readonly progress?: MessagePort;
}

export interface LoadTask {
  readonly kind: 'load';
  readonly file: string;
}

export type RunAnswer = readonly CallOutcome[];

export type LoadAnswer =
  | { readonly artifact: Readonly<Record<string, unknown>> }
  | { readonly error: ErrorData };

export interface ProgressMessage {
  readonly fraction: number;
  readonly note?: string;
}

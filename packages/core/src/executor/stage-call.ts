import type { ParameterValue } from '../parameters/parameter.ts';
import type { Host } from '../stage/context.ts';

/** One call of a stage, complete enough to run in another thread or on another machine. */
export interface StageCall {
  /** The plugin's name, for messages. */
  readonly plugin: string;
  /** What `import()` takes to reach the plugin: a package's name or a file URL; the stage is its default export. */
  readonly module: string;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** Kind of artifact to its parts. Large arrays are shared, not copied. */
  readonly inputs: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Hexadecimal seed of the stage's random streams. */
  readonly seed: string;
  readonly host: Host;
  /** The parts to hash where no file keeps the artifact: those that some stage reads. All but the row if absent. */
  readonly hash?: readonly string[];
  /** Path of the artifact file to write before the call counts as done; absent for what stays in memory. */
  readonly keep?: string;
  /** Path of the file in which the stage may keep its state until the call has succeeded; absent for no such file. */
  readonly checkpoint?: string;
  /** Threads that the call may keep busy; 1 if absent. */
  readonly threads?: number;
  /** Content hashes of the inputs, kind of artifact to part; those that are missing are computed when needed. */
  readonly inputHashes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Calls with equal text are best run in the same thread, one after the other: they share what it remembers. */
  readonly affinity?: string;
}

export type CallOutcome = CallSuccess | CallFailure;

export interface CallSuccess {
  readonly ok: true;
  readonly artifact: Readonly<Record<string, unknown>>;
  /** Content hash of every part that a stage may read; also of the row where the artifact is kept in a file. */
  readonly hashes: Readonly<Record<string, string>>;
  /** Time inside the stage. */
  readonly seconds: number;
  /** What the user should know although the call succeeded. */
  readonly notices?: readonly string[];
}

export interface CallFailure {
  readonly ok: false;
  readonly failure: Failure;
  readonly seconds: number;
}

/** Why a call failed, as plain data. */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly stack?: string;
  /** `point`: it would fail again. `machine`: a time-out or a dead worker, tried again on resume. */
  readonly blame: 'point' | 'machine';
}

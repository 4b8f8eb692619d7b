import type { ArtifactKind, Artifacts } from '../artifacts/artifacts.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { ThreadMemo } from './thread-memo.ts';

/** What a host offers to stages so that they are done sooner. None of it may ever change a result. */
export interface Services {
  /** Where a long call keeps its state, so that it goes on after the process was killed. */
  readonly checkpoint: Checkpoint;
  /**
   * How many threads the call may keep busy, its own included; at least 1. The result must not depend on it.
   * A stage that starts `node:worker_threads` ends them in a `finally`, because its own thread outlives the call. Where
   * the call is killed there is no `finally`: Node then terminates them together with the worker thread that started
   * them, so an aborted call or one that ran out of time leaves none behind.
   */
  readonly threads: number;
  /** What this stage made in earlier calls in the same thread. */
  readonly memo: ThreadMemo;
  /**
   * The content hash of a part that the stage reads, hexadecimal, for the keys of `memo`. The engine knows it already;
   * elsewhere it is computed when it is first asked for.
   */
  readonly inputHash: InputHash;
}

export type InputHash = <Kind extends ArtifactKind>(
  kind: Kind,
  part: keyof Artifacts[Kind] & string,
) => string;

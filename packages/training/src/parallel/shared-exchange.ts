import type { Trained } from '../steps/trained.ts';
import { Barrier } from './barrier.ts';
import { addGradients, type GradientExchange, gradientLength, writeGradients } from './gradient-exchange.ts';

/** Memory that the threads of one training share. */
export interface SharedMemory {
  readonly shards: number;
  readonly threads: number;
  readonly barrier: Int32Array<SharedArrayBuffer>;
  /** Two sets, used in turn: a thread that is a step ahead never writes what another still reads. */
  readonly gradients: readonly (readonly Float32Array<SharedArrayBuffer>[])[];
  /** Loss and number of errors of every shard, for both sets. */
  readonly totals: readonly Float64Array<SharedArrayBuffer>[];
}

export function shareMemory(learnt: readonly Trained[], shards: number, threads: number): SharedMemory {
  const bytes = 4 * gradientLength(learnt);
  const both = <T>(make: () => T): readonly T[] => [make(), make()];
  return {
    shards,
    threads,
    barrier: new Int32Array(new SharedArrayBuffer(Barrier.bytes)),
    gradients: both(() =>
      Array.from({ length: shards }, () => new Float32Array(new SharedArrayBuffer(bytes))),
    ),
    totals: both(() => new Float64Array(new SharedArrayBuffer(16 * shards))),
  };
}

/** `check` throws where another thread has failed. The shards `thread`, `thread + threads`, … belong to a thread. */
export function sharedExchange(
  learnt: readonly Trained[],
  memory: SharedMemory,
  thread: number,
  check: () => void,
): GradientExchange {
  const { shards, threads } = memory;
  const barrier = new Barrier(memory.barrier, threads, check);
  let turn = 0;
  return {
    mine: Array.from({ length: shards }, (_, shard) => shard).filter((shard) => shard % threads === thread),
    put(shard, loss, wrong) {
      writeGradients(learnt, memory.gradients[turn]?.[shard] as Float32Array);
      memory.totals[turn]?.set([loss, wrong], 2 * shard);
    },
    async sum() {
      await barrier.wait();
      addGradients(learnt, memory.gradients[turn] ?? []);
      const totals = memory.totals[turn] ?? [];
      turn = 1 - turn;
      let loss = 0;
      let wrong = 0;
      for (let shard = 0; shard < shards; shard++) {
        loss += totals[2 * shard] ?? 0;
        wrong += totals[2 * shard + 1] ?? 0;
      }
      return { loss, wrong };
    },
  };
}

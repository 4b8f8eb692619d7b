import type { Trained } from '../steps/trained.ts';

/** What the shards of a step add up to. */
export interface StepTotal {
  /** Mean cross-entropy of the batch, nats. */
  readonly loss: number;
  readonly wrong: number;
}

/** Adds up the gradients of the shards of a batch, always in the order of the shards: threads change no bit. */
export interface GradientExchange {
  /** The shards that this thread computes. */
  readonly mine: readonly number[];
  /** Takes the gradients of a shard, as they lie in what is learnt. */
  put(shard: number, loss: number, wrong: number): void;
  /** Waits for all shards; afterwards every gradient is the sum. */
  sum(): StepTotal | Promise<StepTotal>;
}

/** A batch that is one shard: its gradients are where they belong already. */
export function singleShard(): GradientExchange {
  let total: StepTotal = { loss: 0, wrong: 0 };
  return {
    mine: [0],
    put: (_shard, loss, wrong) => {
      total = { loss, wrong };
    },
    sum: () => total,
  };
}

/** Where the gradients of one shard lie: every learnt matrix with its padding, one after the other. */
export function gradientLength(learnt: readonly Trained[]): number {
  return learnt.reduce((sum, { gradient }) => sum + gradient.view.length, 0);
}

/** Copies the gradients out. */
export function writeGradients(learnt: readonly Trained[], target: Float32Array): void {
  let at = 0;
  for (const { gradient } of learnt) {
    target.set(gradient.view, at);
    at += gradient.view.length;
  }
}

/** Makes the gradients the sum of the shards, (first + second) + third and so on, each addition rounded. */
export function addGradients(learnt: readonly Trained[], shards: readonly Float32Array[]): void {
  const [first = new Float32Array(0), ...others] = shards;
  let at = 0;
  for (const { gradient } of learnt) {
    const { view } = gradient;
    view.set(first.subarray(at, at + view.length));
    for (const other of others)
      for (let index = 0; index < view.length; index++)
        view[index] = (view[index] as number) + (other[at + index] as number);
    at += view.length;
  }
}

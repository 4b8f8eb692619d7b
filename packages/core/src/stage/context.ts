import type { RandomStream } from '@bitfront/math';
import type { Services } from './services.ts';

/** All that a stage may know of the world. */
export interface StageContext extends Services {
  /** A stream of random numbers of its own for every key; equal for equal seeds, on every machine. */
  readonly random: (...key: readonly (string | number)[]) => RandomStream;
  /** Long stages look at it now and then, and stop when it is aborted. */
  readonly signal: AbortSignal;
  /** Tells how far a heavy stage is, 0 to 1. */
  readonly progress: (fraction: number, note?: string) => void;
  /** Folders of the host. Only dataset stages may use it. */
  readonly host: Host;
}

export interface Host {
  /** Folders searched for datasets, in this order. */
  readonly dataFolders: readonly string[];
}

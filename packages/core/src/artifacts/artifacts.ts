import type { CrossbarMapping } from './crossbar-mapping.ts';
import type { Dataset } from './dataset.ts';
import type { Encoding } from './encoding.ts';
import type { Evaluation } from './evaluation.ts';
import type { HardwareCost } from './hardware-cost.ts';
import type { Memory } from './memory.ts';
import type { Network } from './network.ts';
import type { Partition } from './partition.ts';

/**
 * The vocabulary that stages speak: kind of artifact to its named parts.
 * Every top-level property is a part with a content hash of its own, so that a stage which reads only
 * `memory.faults` is not run again when `memory.cell` changes. Values are structured-clone safe.
 * A plugin may add a kind: `declare module '@bitfront/core' { interface Artifacts { spikes: Spikes } }`.
 */
export interface Artifacts {
  dataset: Dataset;
  encoding: Encoding;
  network: Network;
  partition: Partition;
  mapping: CrossbarMapping;
  memory: Memory;
  evaluation: Evaluation;
  cost: HardwareCost;
}

export type ArtifactKind = keyof Artifacts;

/** What an artifact adds to the row of its points: column name to value, exactly the columns its stage declares. */
export type Row = Readonly<Record<string, number | string>>;

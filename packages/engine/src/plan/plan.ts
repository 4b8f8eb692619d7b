import type {
  AnySampler,
  AnyStage,
  Column,
  Objective,
  ParameterValue,
  PipelineData,
  Space,
} from '@bitfront/core';
import type { Rule } from './rule.ts';

/** A plugin as the plan found it. */
export interface LoadedPlugin<Kind = AnyStage> {
  readonly name: string;
  /** The default export. */
  readonly stage: Kind;
  /** What `import()` takes, in this thread or a worker. */
  readonly module: string;
  /** Hash of the plugin's code and all it imports; part of every key. */
  readonly hash: string;
}

/** Values that advance together: one assignment of parameters after the other. */
export interface PlanAxis {
  readonly parameters: readonly string[];
  readonly assignments: readonly Readonly<Record<string, ParameterValue>>[];
  /** Axes of one group advance together, across slots too. */
  readonly group: string | undefined;
}

/** One alternative of a slot, every parameter checked. */
export interface PlanChoice {
  readonly plugin: LoadedPlugin;
  readonly fixed: Readonly<Record<string, ParameterValue>>;
  readonly axes: readonly PlanAxis[];
  /** Parameters that the user gave, against those left at their defaults. */
  readonly given: readonly string[];
}

export interface PlanSlot {
  readonly name: string;
  readonly choices: readonly PlanChoice[];
}

export interface PlanColumn extends Column {
  readonly name: string;
  /** `point`: who the point is; `slot`: what was chosen; `measure`: what came out. */
  readonly role: 'point' | 'slot' | 'measure';
}

/** Everything that a run needs to know, and nothing that depends on the machine. */
export interface Plan {
  readonly pipeline: PipelineData;
  readonly slots: readonly PlanSlot[];
  readonly plugins: readonly LoadedPlugin[];
  readonly sampler: LoadedPlugin<AnySampler>;
  readonly budget: number | undefined;
  readonly space: Space;
  readonly rules: readonly Rule[];
  readonly columns: readonly PlanColumn[];
  readonly objectives: readonly Objective[];
  readonly seed: number;
}

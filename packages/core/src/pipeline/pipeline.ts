import type { ArtifactKind } from '../artifacts/artifacts.ts';
import type { Objective, PipelineData, SlotData } from './pipeline-data.ts';
import type { Choice } from './use.ts';

/** What the compiler shows where a slot stands before the slot that gives what it reads. */
export interface MissingArtifact<Kind> {
  readonly 'this plugin needs an artifact that no slot above it gives': Kind;
}

type AnyChoice = Choice<ArtifactKind, ArtifactKind>;

/**
 * A choice whose needs are met by the slots above, or the message that names what is missing. The choice of any kind
 * stands for what is no choice at all, which needs another message.
 */
export type Fitting<Have, C> = AnyChoice extends C
  ? C
  : C extends Choice<infer Need, ArtifactKind>
    ? [Exclude<Need, Have>] extends [never]
      ? C
      : MissingArtifact<Exclude<Need, Have>>
    : never;

/** Builds a pipeline slot by slot; `data` is the plain plan. Every step returns a new builder. */
export interface PipelineBuilder<Have extends ArtifactKind> {
  /** Adds a slot with its alternatives. */
  slot<const Choices extends readonly AnyChoice[]>(
    name: string,
    ...choices: { readonly [Index in keyof Choices]: Fitting<Have, Choices[Index]> } & Choices
  ): PipelineBuilder<Have | Choices[number]['gives']>;
  /** Adds a comparison over `slot.parameter`; points that break it are left out. */
  rule(comparison: string): PipelineBuilder<Have>;
  /** Adds an objective; `reference` is the worst value that the hypervolume counts. */
  minimise(column: string, reference: number): PipelineBuilder<Have>;
  maximise(column: string, reference: number): PipelineBuilder<Have>;
  readonly data: PipelineData;
}

/** Starts a pipeline: its name (also its results folder) and the question it answers. */
export function pipeline(name: string, question: string): PipelineBuilder<never> {
  return builder({ name, question, slots: [], rules: [], objectives: [] });
}

function builder<Have extends ArtifactKind>(data: PipelineData): PipelineBuilder<Have> {
  const objective = (column: string, direction: Objective['direction'], reference: number) =>
    builder<Have>({ ...data, objectives: [...data.objectives, { column, direction, reference }] });
  return Object.freeze({
    data,
    slot: (name: string, ...choices: readonly unknown[]) => {
      const slot: SlotData = { name, choices: choices.map((choice) => (choice as AnyChoice).data) };
      return builder<never>({ ...data, slots: [...data.slots, slot] });
    },
    rule: (comparison: string) => builder<Have>({ ...data, rules: [...data.rules, comparison] }),
    minimise: (column: string, reference: number) => objective(column, 'minimise', reference),
    maximise: (column: string, reference: number) => objective(column, 'maximise', reference),
  }) as PipelineBuilder<Have>;
}

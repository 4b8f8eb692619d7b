import type { ParameterValue } from '../parameters/parameter.ts';
import type { Axis } from './axis.ts';

/** A pipeline as plain data: what a `.ts` pipeline builds and what a JSON plan holds. It runs no code. */
export interface PipelineData {
  readonly name: string;
  /** The question that the study answers, in one sentence. */
  readonly question: string;
  /** In the order in which artifacts flow. */
  readonly slots: readonly SlotData[];
  /** Comparisons over `slot.parameter`, such as `partitioner.arrayRows * partitioner.arrayCols <= 65536`. */
  readonly rules: readonly string[];
  readonly objectives: readonly Objective[];
}

export interface SlotData {
  readonly name: string;
  readonly choices: readonly ChoiceData[];
}

/** One alternative of a slot. */
export interface ChoiceData {
  /** The plugin's name: `encoder-stochastic`, or the package of somebody else's. */
  readonly plugin: string;
  readonly parameters: Readonly<Record<string, ParameterValue | Axis>>;
  /** Explicit combinations of parameters, crossed with the axes. */
  readonly points?: readonly Readonly<Record<string, ParameterValue>>[];
}

export interface Objective {
  readonly column: string;
  readonly direction: 'minimise' | 'maximise';
  /** The reference point of the hypervolume, in the column's unit. */
  readonly reference: number;
}

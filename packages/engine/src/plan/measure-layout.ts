import type { AnyStage } from '@bitfront/core';
import type { Plan } from './plan.ts';

/** Where each plugin's columns stand among the measures of a row. */
export interface MeasureLayout {
  /** The names of all measures, in the order of points.csv. */
  readonly names: readonly string[];
  /** Plugin to its columns: name and place. */
  readonly places: ReadonlyMap<string, readonly (readonly [name: string, place: number])[]>;
}

export function measureLayout(plan: Plan): MeasureLayout {
  const names = plan.columns.filter((column) => column.role === 'measure').map((column) => column.name);
  const at = new Map(names.map((name, place) => [name, place]));
  const columnsOf = (stage: AnyStage) => Object.keys(stage.columns as object);
  return {
    names,
    places: new Map(
      plan.plugins.map(({ name, stage }) => [
        name,
        columnsOf(stage).map((column) => [column, at.get(column) ?? -1]),
      ]),
    ),
  };
}

import type { PipelineData, SlotData } from '@bitfront/core';
import { makePlan, type Plan } from '@bitfront/engine';
import type { ZooRecipe, ZooStage } from '@bitfront/zoo';
import type { Places } from '../world/places.ts';

/**
 * The sweep of one point that trains a network of the zoo: its seeds and keys are those of any sweep.
 * @throws the errors of making a plan, before anything runs
 */
export function recipePlan(recipe: ZooRecipe, places: Places): Promise<Plan> {
  const { dataset, encoder, trainer } = recipe.pipeline;
  const data: PipelineData = {
    name: recipe.name,
    question: recipe.title,
    slots: Object.entries({ dataset, encoder, trainer }).map(([name, stage]) => slot(name, stage)),
    rules: [],
    objectives: [{ column: 'trainingValidationErrorRate', direction: 'minimise', reference: 1 }],
  };
  const pipeline = { data, file: recipe.name, folders: [places.pipelines] };
  return makePlan(pipeline, { seed: recipe.seed, settings: [], pluginFiles: [] });
}

/** The stage of a slot with all its parameters, defaults included. */
export function plannedStage(plan: Plan, name: string): ZooStage {
  const choice = plan.slots.find((one) => one.name === name)?.choices[0];
  return { plugin: choice?.plugin.name ?? '', parameters: choice?.fixed ?? {} };
}

const slot = (name: string, { plugin, parameters }: ZooStage): SlotData => ({
  name,
  choices: [{ plugin, parameters }],
});

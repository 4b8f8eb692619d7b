import { zooRecipe, zooRecipeNames } from '@bitfront/zoo';
import { describe, expect, it } from 'vitest';
import { findPlaces } from '../world/places.ts';
import { findJudge } from './judge-network.ts';
import { plannedStage, recipePlan } from './recipe-plan.ts';

describe('every recipe of the zoo', () => {
  it.each(zooRecipeNames())('%s makes a plan of one point, with an evaluator', async (name) => {
    const places = findPlaces();
    const recipe = zooRecipe(name);
    const plan = await recipePlan(recipe, places);
    expect([plan.pipeline.name, plan.seed]).toEqual([name, recipe.seed]);
    expect(plan.slots.map((slot) => slot.choices.flatMap(({ axes }) => axes))).toEqual([[], [], []]);
    for (const [slot, stage] of Object.entries(recipe.pipeline)) {
      const planned =
        slot === 'evaluator' ? (await findJudge(stage, places)).stage : plannedStage(plan, slot);
      expect(planned.plugin).toBe(stage.plugin);
      expect(planned.parameters).toMatchObject(stage.parameters);
    }
  });

  it('leaves nothing to defaults that may change later', async () => {
    const plan = await recipePlan(zooRecipe('synthetic-toy'), findPlaces());
    const { parameters } = plannedStage(plan, 'trainer');
    expect(Object.keys(parameters).sort()).toEqual(
      Object.keys(plan.plugins[2]?.stage.parameters ?? {}).sort(),
    );
  });
});

import { type AnyStage, defineSampler, type PipelineData } from '@bitfront/core';
import { planChoice } from '../plan/choose.ts';
import { gridSpace } from '../plan/grid-space.ts';
import type { LoadedPlugin, Plan } from '../plan/plan.ts';
import { planColumns } from '../plan/plan-columns.ts';
import stage0 from './stage-0.ts';
import stage1 from './stage-1.ts';
import stage2 from './stage-2.ts';
import stage3 from './stage-3.ts';
import stage4 from './stage-4.ts';

const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';

/**
 * A chain of five light stages with eight columns each. Points differ in the first and the last stage, so that no
 * point shares a call of stages 1 to 4 with another one beyond its group of ten.
 */
export function benchPlan(points: number): Plan {
  const stages = [stage0, stage1, stage2, stage3, stage4];
  const axis = (count: number) => ({ axis: 'linear', from: 0, to: count - 1, count }) as const;
  const slots: PipelineData['slots'] = stages.map((stage: AnyStage, index) => ({
    name: `slot${index}`,
    choices: [
      {
        plugin: stage.name,
        parameters: index === 0 ? { step: axis(points / 10) } : index === 4 ? { step: axis(10) } : {},
      },
    ],
  }));
  const planned = slots.map(({ name, choices }, index) => ({
    name,
    choices: choices.map((choice) => planChoice(loaded(stages[index] as AnyStage, index), choice)),
  }));
  const objectives = [
    { column: 'level4Value0', direction: 'minimise', reference: 1e6 },
    { column: 'level3Value0', direction: 'maximise', reference: 0 },
  ] as const;
  return {
    pipeline: {
      name: 'bench-engine',
      question: 'What does the engine itself cost?',
      slots,
      rules: [],
      objectives,
    },
    slots: planned,
    plugins: planned.flatMap((slot) => slot.choices.map((choice) => choice.plugin)),
    sampler: { name: 'sampler-grid', stage: wholeGrid, module: '', hash: '' },
    budget: undefined,
    space: gridSpace(planned, []),
    rules: [],
    columns: planColumns(planned),
    objectives,
    seed: 1,
  };
}

function loaded(stage: AnyStage, index: number): LoadedPlugin {
  const module = new URL(`./stage-${index}.${extension}`, import.meta.url).href;
  return { name: stage.name, stage, module, hash: 'bench' };
}

const wholeGrid = defineSampler({
  name: 'sampler-grid',
  version: 1,
  doc: 'the whole grid',
  parameters: {},
  source: { cite: 'Bitfront', where: 'benchmark', how: 'derived', residual: 'exact' },
  capabilities: { adaptive: false, intervals: false },
  start(space) {
    let index = 0;
    return { ask: () => (index < space.size ? space.at(index++) : 'done') };
  },
});

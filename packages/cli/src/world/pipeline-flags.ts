import { Args, Flags } from '@oclif/core';
import { loadPipeline, makePlan, type Plan, type PlanOptions } from '@bitfront/engine';
import type { Places } from './places.ts';

/** The argument and flags that say what is planned; `sweep`, `plan` and `explain` share them. */
export const pipelineArgument = Args.string({
  required: true,
  description: 'a name in the pipelines package, or the path of a .ts or .json file',
});

export const pipelineFlags = {
  set: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    helpValue: 'SLOT=PLUGIN[,…] | SLOT.PARAM=VALUE[,…]',
    description: 'replace the plugins of a slot, or the values of a parameter; repeatable, applied in order',
  }),
  seed: Flags.integer({ default: 1, min: 0, description: 'seed of all random numbers' }),
  sampler: Flags.string({
    helpValue: 'NAME',
    description: 'choose points with this sampler instead of the full grid',
  }),
  budget: Flags.integer({ min: 1, helpValue: 'N', description: 'at most this many points' }),
  plugin: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    helpValue: 'FILE',
    description:
      'load a plugin from your own .ts, .js, NVSim .cell or .csv table file; repeatable. Code is run',
  }),
};

export interface PipelineChoice {
  readonly set?: readonly string[] | undefined;
  readonly seed: number;
  readonly sampler?: string | undefined;
  readonly budget?: number | undefined;
  readonly plugin?: readonly string[] | undefined;
}

export async function planFrom(nameOrPath: string, flags: PipelineChoice, places: Places): Promise<Plan> {
  const pipeline = await loadPipeline(nameOrPath, { pipelinesFolder: places.pipelines });
  const options: PlanOptions = {
    seed: flags.seed,
    settings: flags.set ?? [],
    pluginFiles: flags.plugin ?? [],
    ...(flags.sampler === undefined ? {} : { sampler: samplerName(flags.sampler) }),
    ...(flags.budget === undefined ? {} : { budget: flags.budget }),
  };
  return makePlan(pipeline, options);
}

const samplerName = (name: string): string =>
  name.startsWith('sampler-') || name.startsWith('@') ? name : `sampler-${name}`;

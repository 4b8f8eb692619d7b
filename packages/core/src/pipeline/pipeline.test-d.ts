import { expectTypeOf } from 'vitest';
import { dataset, device, evaluator, trainer } from '../fixtures/small-stages.ts';
import { type Fitting, type MissingArtifact, type PipelineBuilder, pipeline } from './pipeline.ts';
import type { PipelineData } from './pipeline-data.ts';
import { use } from './use.ts';

const data = use(dataset, { images: 16 });
const train = use(trainer, { hiddenWidths: [8] });
const store = use(device, { nodeNm: 28, lowLogSpread: 0.1, highLogSpread: 0.2 });
const evaluate = use(evaluator, {});

// The right order compiles, and the builder knows what it has.
const ordered = pipeline('small', '?').slot('data', data).slot('trainer', train).slot('device', store);
expectTypeOf(ordered).toEqualTypeOf<PipelineBuilder<'dataset' | 'network' | 'memory'>>();
expectTypeOf(
  ordered.slot('evaluator', evaluate).rule('a < b').minimise('errorRate', 1).data,
).toEqualTypeOf<PipelineData>();

// A stage may stand anywhere below what it reads.
pipeline('small', '?')
  .slot('device', store)
  .slot('data', data)
  .slot('trainer', train)
  .slot('evaluator', evaluate);

// Alternatives are checked one by one.
pipeline('small', '?').slot('first', data, store);

// @ts-expect-error the trainer reads a dataset, and the slot that gives it stands below
pipeline('small', '?').slot('trainer', train).slot('data', data);

// @ts-expect-error the network and the memory that the evaluator reads are missing
pipeline('small', '?').slot('data', data).slot('evaluator', evaluate);

// @ts-expect-error only the second of the two alternatives fits
pipeline('small', '?').slot('first', train, data);

// @ts-expect-error a slot holds choices made by `use`, not plugins
pipeline('small', '?').slot('data', dataset);

// @ts-expect-error an objective has a number as its reference
ordered.minimise('errorRate');

// @ts-expect-error the plan of a builder is not to be written to
ordered.data = pipeline('other', '?').data;

// The message names what is missing, and only that.
expectTypeOf<Fitting<'dataset', typeof evaluate>>().toEqualTypeOf<MissingArtifact<'network' | 'memory'>>();
expectTypeOf<Fitting<'dataset' | 'memory', typeof evaluate>>().toEqualTypeOf<MissingArtifact<'network'>>();
expectTypeOf<Fitting<'dataset' | 'memory' | 'network' | 'cost', typeof evaluate>>().toEqualTypeOf<
  typeof evaluate
>();
expectTypeOf<
  keyof MissingArtifact<'network'>
>().toEqualTypeOf<'this plugin needs an artifact that no slot above it gives'>();

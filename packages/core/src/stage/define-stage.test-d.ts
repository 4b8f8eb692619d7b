import { expectTypeOf } from 'vitest';
import { device, type trainer } from '../fixtures/small-stages.ts';
import { choice } from '../parameters/choice.ts';
import { flag } from '../parameters/flag.ts';
import { integer } from '../parameters/integer.ts';
import { listOf } from '../parameters/list-of.ts';
import type { GivenParameters, ParametersOf } from '../parameters/parameter.ts';
import { quantity } from '../parameters/quantity.ts';
import { defineDevice } from './define-device.ts';
import { defineStage } from './define-stage.ts';
import type { InputOf } from './stage.ts';

const source = { cite: 'Bitfront', where: 'test', how: 'assumed', residual: 'exact' } as const;
const stage = { version: 1, doc: '', columns: {}, weight: 'light', source } as const;

// `run` sees the parts that were named, and the parameters with their types.
defineStage({
  ...stage,
  name: 'a',
  needs: { memory: ['faults', 'cell'] },
  gives: 'cost',
  parameters: {
    rows: integer(1, 8, 'rows'),
    mood: choice(['well', 'ill'], 'mood'),
    widths: listOf(integer(1, 8, 'w'), 1, 2, 'widths'),
    fast: flag('fast', true),
  },
  run: ({ memory }, parameters) => {
    expectTypeOf<keyof typeof memory>().toEqualTypeOf<'faults' | 'cell'>();
    expectTypeOf(parameters.rows).toEqualTypeOf<number>();
    expectTypeOf(parameters.mood).toEqualTypeOf<'well' | 'ill'>();
    expectTypeOf(parameters.widths).toEqualTypeOf<readonly number[]>();
    expectTypeOf(parameters.fast).toEqualTypeOf<boolean>();
    return { row: {} };
  },
});

expectTypeOf<keyof InputOf<typeof trainer.needs>>().toEqualTypeOf<'dataset'>();
expectTypeOf<keyof InputOf<typeof trainer.needs>['dataset']>().toEqualTypeOf<'train' | 'description'>();
expectTypeOf(device.gives).toEqualTypeOf<'memory'>();

// A parameter with a default may be left out; inside the stage it is always there.
type Schema = typeof trainer.parameters;
expectTypeOf<GivenParameters<Schema>>().toExtend<{
  readonly hiddenWidths: readonly number[];
  readonly epochs?: number;
}>();
expectTypeOf<ParametersOf<Schema>>().toEqualTypeOf<{
  readonly hiddenWidths: readonly number[];
  readonly rule: 'adam' | 'bop';
  readonly epochs: number;
}>();

defineStage({
  ...stage,
  name: 'a',
  // @ts-expect-error a memory has no part `fault`
  needs: { memory: ['fault'] },
  gives: 'cost',
  parameters: {},
  run: () => ({ row: {} }),
});

defineStage({
  ...stage,
  name: 'a',
  needs: {},
  // @ts-expect-error there is no artifact `money`; a plugin would have to add it to the vocabulary
  gives: 'money',
  parameters: {},
  run: () => ({ row: {} }),
});

defineStage({
  ...stage,
  name: 'a',
  needs: { memory: ['faults'] },
  gives: 'cost',
  parameters: {},
  // @ts-expect-error the part `cell` was not asked for
  run: ({ memory }) => ({ row: { areaUm2: memory.cell.areaUm2PerBit } }),
});

defineStage({
  ...stage,
  name: 'a',
  needs: {},
  gives: 'cost',
  parameters: { rows: integer(1, 8, 'rows') },
  // @ts-expect-error the parameter is `rows`
  run: (_, { row }) => ({ row: { rows: row } }),
});

// @ts-expect-error a stage without a source is no stage
defineStage({
  name: 'a',
  version: 1,
  doc: '',
  needs: {},
  gives: 'cost',
  parameters: {},
  columns: {},
  weight: 'light',
  run: () => ({ row: {} }),
});

// @ts-expect-error a default of a physical number needs where it comes from
quantity('V', 0, 2, 'supply', { default: 0.9 });

// @ts-expect-error a default is one of the names
choice(['well', 'ill'], 'mood', 'bad');

defineDevice({
  name: 'device-a',
  version: 1,
  doc: '',
  parameters: { nodeNm: quantity('nm', 7, 180, 'node') },
  source,
  // @ts-expect-error a memory without its reading and writing is not complete
  model: ({ nodeNm }) => ({ faults: { plusToMinus: nodeNm, minusToPlus: 0 } }),
});

import {
  type AnyStage,
  defineStage,
  integer,
  type Partition,
  quantity,
  type StageContext,
} from '@bitfront/core';
import { describe, expect, it } from 'vitest';
import { failingChecks } from '../failing-checks.ts';
import { describeStage, stageChecks } from './stage-checks.ts';

const provenance = { cite: 'A. Author, Journal 1 (2020) 1, table 2', how: 'measured' } as const;

/** Area of arrays with a random spread: everything a stage may do, in one line each. */
const good = defineStage({
  name: 'cost-toy',
  version: 1,
  doc: 'area of arrays, with a random spread',
  needs: { partition: ['layers'] },
  gives: 'cost',
  parameters: {
    cellUm2: quantity('µm²', 0.01, 10, 'area of a cell', { default: 1, provenance }),
    copies: integer(1, 4, 'how many copies are built'),
  },
  columns: {
    areaUm2: { unit: 'µm²', doc: 'area of all arrays' },
    'areaUm2.cells': { unit: 'µm²', doc: 'area of the cells' },
    'areaUm2.spare': { unit: 'µm²', doc: 'area of spare cells' },
  },
  weight: 'heavy',
  randomness: { stream: 'spread', from: ['partition.layers', 'parameters.copies'] },
  source: { cite: 'Bitfront', where: 'test', how: 'derived', residual: 'exact' },
  run({ partition }, { cellUm2, copies }, context) {
    context.signal.throwIfAborted();
    context.progress(0.5);
    const cells = copies * cellUm2 * partition.layers.reduce((sum, { weights }) => sum + weights, 0);
    const spare = cells * context.random('spare').uniform();
    context.progress(1);
    return { row: { areaUm2: cells + spare, 'areaUm2.cells': cells, 'areaUm2.spare': spare } };
  },
});

const layer = {
  rowsHold: 'inputs',
  usedRows: 8,
  usedColumns: 8,
  gridRows: 1,
  gridColumns: 1,
  arrays: 1,
  weights: 64,
  utilisation: 1,
} as const;
const partition: Partition = { array: { rows: 8, columns: 8 }, layers: [layer], row: {} };
const suite = {
  cases: [
    { name: 'one layer', parameters: { copies: 2 }, inputs: { partition }, row: { 'areaUm2.cells': 128 } },
  ],
};

describeStage(good, suite);

/** A stage that is good but for what is replaced. */
type Broken = { readonly [Name in keyof AnyStage]?: AnyStage[Name] };
type Run = (
  input: { partition: Partition },
  parameters: unknown,
  context: StageContext,
) => Promise<{ row: object }>;
const run = good.run as unknown as Run;
const changed = (change: (row: Record<string, unknown>, context: StageContext) => unknown): Broken => ({
  run: (async (input: { partition: Partition }, parameters: unknown, context: StageContext) => {
    const { row } = await run(input, parameters, context);
    return { row: change({ ...row }, context) };
  }) as unknown as AnyStage['run'],
});
let calls = 0;
const kept = new Float64Array(1);

const broken: readonly (readonly [name: string, stage: Broken, check: string])[] = [
  ['a name with capitals', { name: 'CostToy' }, 'has a name, a version and one line of documentation'],
  ['version 0', { version: 0 }, 'has a name, a version and one line of documentation'],
  ['no documentation', { doc: '' }, 'has a name, a version and one line of documentation'],
  ['no citation', { source: { ...good.source, cite: ' ' } }, 'names its source'],
  [
    'a parameter without unit in its name',
    {
      parameters: {
        ...good.parameters,
        voltage: quantity('V', 0, 1, 'a voltage', { default: 1, provenance }),
      },
    },
    'ends parameter names with their unit',
  ],
  [
    'a default that nobody published',
    { parameters: { ...good.parameters, supplyV: { ...quantity('V', 0, 1, 'supply'), default: 1 } } },
    'cites every default quantity',
  ],
  [
    'a parameter without check',
    { parameters: { ...good.parameters, copies: { ...good.parameters.copies, check: () => undefined } } },
    'refuses values outside the range',
  ],
  [
    'a default out of range',
    { parameters: { ...good.parameters, spareV: quantity('V', 0, 1, 'x', { default: 2, provenance }) } },
    'accepts its own defaults',
  ],
  [
    'a column without unit in its name',
    { columns: { ...good.columns, energy: { unit: 'pJ', doc: 'energy' } } },
    'documents its columns and ends their names with the unit',
  ],
  [
    'a part without its total',
    { columns: { ...good.columns, 'energyPj.read': { unit: 'pJ', doc: 'energy' } } },
    'declares the total of every breakdown',
  ],
  [
    'a seed from a part it does not read',
    { randomness: { stream: 'spread', from: ['network.weights'] } },
    'says what enters its seed',
  ],
  [
    'no declared stream',
    { randomness: undefined } as unknown as Broken,
    'one layer: draws random numbers only from a declared stream',
  ],
  [
    'an undeclared column',
    changed((row) => ({ ...row, extra: 1 })),
    'one layer: returns exactly the declared columns',
  ],
  [
    'a missing column',
    changed(({ areaUm2: _, ...row }) => row),
    'one layer: returns exactly the declared columns',
  ],
  ['NaN', changed((row) => ({ ...row, areaUm2: Number.NaN })), 'one layer: returns finite numbers or text'],
  [
    'parts that do not add up',
    changed((row) => ({ ...row, areaUm2: 1 })),
    'one layer: returns parts that add up to their total',
  ],
  ['another area', changed((row) => ({ ...row, 'areaUm2.cells': 129 })), 'one layer: meets its golden row'],
  ['a counter', changed((row) => ({ ...row, 'areaUm2.spare': ++calls })), 'one layer: is deterministic'],
  [
    'one array for all calls',
    changed((_, { random }) => {
      kept[0] = random('kept').uniform();
      return { areaUm2: kept };
    }),
    'one layer: hands out what it no longer touches',
  ],
  [
    'a function in the artifact',
    changed((row) => ({ ...row, areaUm2: () => 1 })),
    'one layer: gives an artifact that can be sent to another thread',
  ],
  [
    'progress that falls',
    changed((row, { progress }) => {
      progress(0.2);
      return row;
    }),
    'one layer: reports progress from 0 to 1',
  ],
  [
    'a changed input',
    {
      run: ((
        input: { partition: { layers: { weights: number }[] } },
        parameters: unknown,
        context: StageContext,
      ) => {
        const [first] = input.partition.layers;
        if (first !== undefined) first.weights += 1;
        return run(input as never, parameters, context);
      }) as unknown as AnyStage['run'],
    },
    'one layer: does not modify its inputs',
  ],
  [
    'a part it does not name',
    {
      run: ((input: { partition: Partition }, parameters: unknown, context: StageContext) => {
        if (input.partition.array !== undefined) context.progress(0.1);
        return run(input, parameters, context);
      }) as unknown as AnyStage['run'],
    },
    'one layer: reads only the parts it names',
  ],
  [
    'deafness to its signal',
    {
      run: ((input: { partition: Partition }, parameters: unknown, context: StageContext) =>
        run(input, parameters, {
          ...context,
          signal: new AbortController().signal,
        })) as unknown as AnyStage['run'],
    },
    'one layer: stops when aborted',
  ],
];

describe('stageChecks', () => {
  it.each(broken)('catches %s', async (_, difference, check) => {
    const fresh = { cases: [{ ...suite.cases[0], inputs: { partition: structuredClone(partition) } }] };
    const failing = await failingChecks(
      stageChecks({ ...good, ...difference } as typeof good, fresh as typeof suite),
    );
    expect(failing).toContain(check);
  });

  it('finds nothing wrong with a good stage, and asks for cases', async () => {
    expect(await failingChecks(stageChecks(good, suite))).toEqual([]);
    expect(await failingChecks(stageChecks(good, { cases: [] }))).toEqual(['is tried on at least one case']);
  });

  it('names the plugin, the check and the problem', async () => {
    const checks = stageChecks({ ...good, version: 0 }, suite);
    const check = checks.find(({ name }) => name.startsWith('has a name'));
    expect(() => check?.check()).toThrow(
      '[cost-toy] Contract check "has a name, a version and one line of documentation" failed: The version is 0.',
    );
  });
});

import { technology } from '@bitfront/circuits';
import type { LayerShape } from '@bitfront/core';
import { crossbarArray } from '@bitfront/crossbar-array';
import { describeStage } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import cost from './cost-crossbar.ts';
import { areaParts, energyParts, latencyParts } from './parts.ts';
import { tooHigh } from './too-high.ts';
import { dense, type Given, type Inputs, inputsOf, rowOf, rram, vgg8 } from './trial.fixture.ts';

describeStage(cost, {
  cases: [
    { name: 'a perceptron', parameters: {}, inputs: inputsOf(dense(784, 64, 10)) },
    {
      name: 'row by row',
      parameters: { sensing: 'row-by-row' },
      inputs: inputsOf(dense(95, 16, 6), { pairs: 'single' }),
    },
  ],
});

const shapes = [
  ['784-10', dense(784, 10)],
  ['95-16-6', dense(95, 16, 6)],
  ['1-1', dense(1, 1)],
  ['VGG8', vgg8],
] as const;
const readings: readonly Given[] = [
  {},
  { sensing: 'sar-adc', adcBits: 8, outputsPerConverter: 1 },
  { sensing: 'row-by-row', outputsPerConverter: 3 },
  { rowsInParallel: 7, adcBits: 1 },
  { cellKind: 'crosspoint' },
  { cellKind: 'transistor' },
];
const number = (row: ReturnType<typeof rowOf>, column: string) => Number(row[column]);

describe.each(shapes)('%s', (_, layers) => {
  const mapped = (['im2col', 'sub-image'] as const).flatMap((scheme) =>
    (['neighbouring-columns', 'separate-crossbars', 'single'] as const).map((pairs) =>
      inputsOf(layers, { scheme, pairs }),
    ),
  );

  it.each(readings)('is finite, and every breakdown adds up to its total: %j', (given) => {
    for (const inputs of mapped) {
      const row = rowOf(inputs, given);
      for (const [column, value] of Object.entries(row))
        if (typeof value === 'number') expect(Number.isFinite(value) && value >= 0, column).toBe(true);
      for (const [name, parts] of [
        ['areaUm2', areaParts],
        ['energyPjPerInference', energyParts],
        ['latencyNs', latencyParts],
      ] as const)
        expect(parts.reduce((sum, part) => sum + number(row, `${name}.${part}`), 0)).toBe(number(row, name));
      expect(number(row, 'boundingAreaUm2')).toBeGreaterThanOrEqual(number(row, 'areaUm2'));
    }
  });
});

const grows = (column: string, rows: readonly ReturnType<typeof rowOf>[]) => {
  const values = rows.map((row) => number(row, column));
  expect(values).toEqual([...values].sort((a, b) => a - b));
  expect(values[0]).toBeLessThan(values.at(-1) ?? 0);
};
const onNode = (nodeNm: number, supplyV: number, inputs: Inputs): Inputs => ({
  ...inputs,
  memory: {
    ...inputs.memory,
    cell: { ...rram.cell, nodeNm, supplyV, areaUm2PerBit: (48 * nodeNm * nodeNm) / 1e6 },
  },
});

describe('what grows where physics says so', () => {
  const inputs = inputsOf(dense(500, 300, 10));
  it('area and energy with the bits of the converter', () => {
    const rows = [2, 3, 4, 5, 6, 7, 8].map((adcBits) => rowOf(inputs, { adcBits }));
    grows('areaUm2', rows);
    grows('energyPjPerInference', rows);
  });
  it('area with the node', () =>
    grows(
      'areaUm2',
      (
        [
          [22, 0.8],
          [32, 0.9],
          [45, 1],
          [65, 1.1],
          [90, 1.2],
          [130, 1.3],
          [180, 1.8],
        ] as const
      ).map(([nodeNm, supplyV]) => rowOf(onNode(nodeNm, supplyV, inputs))),
    ));
  it('energy with the density of ones, and latency with the bits of the input', () => {
    const at = (inputDensity: number) => {
      const layers = inputs.evaluation.activity.layers.map((layer) => ({ ...layer, inputDensity }));
      return rowOf({ ...inputs, evaluation: { activity: { ...inputs.evaluation.activity, layers } } });
    };
    grows('energyPjPerInference.cells', [0, 0.25, 0.5, 1].map(at));
    const bits = [1, 2, 4, 8].map((count) =>
      rowOf(inputsOf(dense(500, 300, 10), { inference: { kind: 'fixed-point', bits: count } })),
    );
    grows('latencyNs', bits);
    grows('energyPjPerInference', bits);
  });
  it('reads with the depth of time multiplexing, crossbars with parallel reads', () => {
    const [wide, narrow] = (['sub-image', 'im2col'] as const).map((scheme) =>
      rowOf(inputsOf(vgg8, { scheme })),
    );
    expect(number(wide ?? {}, 'areaUm2')).toBeGreaterThan(10 * number(narrow ?? {}, 'areaUm2'));
    expect(number(wide ?? {}, 'latencyNs')).toBeLessThan(number(narrow ?? {}, 'latencyNs') / 10);
  });
});

describe('one crossbar, used in full', () => {
  // 128 × 64 weights in pairs: all rows driven, all columns wired, half of all cells on, one bit plane.
  const inputs = inputsOf(dense(128, 64), { inference: { kind: 'fixed-point', bits: 1 } });
  const here = technology(22, 0.8);
  const array = crossbarArray({
    technology: here,
    circuitTransistors: 'high-performance',
    cellTransistors: 'low-standby-power',
    rows: 128,
    columns: 128,
    cell: {
      kind: 'one-transistor-one-resistor',
      areaUm2: rram.cell.areaUm2PerBit,
      aspectRatio: 3,
      onConductanceUs: 10,
      offConductanceUs: 1 / 1.7,
      onShare: 0.5,
      readVoltageV: 0.5,
      readPulseNs: 0.5,
      writeVoltageV: 2,
      writeEnergyFjPerCell: 1000,
    },
    sensing: {
      kind: 'adc',
      converter: 'flash',
      bits: 5,
      columnsPerConverter: 8,
      columnsPerOutput: 2,
      rowsParallel: 128,
    },
    inputs: { bits: 1, density: 0.45, toggle: 0.5, logicToggle: 0.5 },
  });
  const arrayParts = ['cells', 'rowCircuits', 'columnCircuits', 'converters', 'accumulators'] as const;
  const sumOf = (row: ReturnType<typeof rowOf>, name: string, parts: readonly string[]) =>
    parts.reduce((sum, part) => sum + number(row, `${name}.${part}`), 0);

  it('costs what the array alone does, and is programmed once', () => {
    const row = rowOf(inputs);
    expect(sumOf(row, 'areaUm2', [...arrayParts, 'writeCircuits'])).toBeCloseTo(array.usedAreaUm2, 6);
    expect(sumOf(row, 'energyPjPerInference', arrayParts)).toBeCloseTo(array.energyFj / 1000, 9);
    expect(sumOf(row, 'latencyNs', arrayParts)).toBeCloseTo(array.latencyNs, 9);
    // 128 · 128 cells of 1 pJ
    expect(row['writeEnergyPj.cells']).toBeCloseTo(16_384, 6);
    expect(row.enduranceLeftCycles).toBe(1e6 - 1);
  });
  it('leaks less where its supply is gated, by as much as other layers take', () => {
    const two = inputsOf(dense(128, 64, 10));
    const [open, gated] = [rowOf(two), rowOf(two, { powerGating: true })];
    expect(number(gated, 'leakageNw')).toBe(number(open, 'leakageNw'));
    grows('energyPjPerInference.standby', [gated, open]);
  });
});

describe('shortcuts and pools', () => {
  const plain = vgg8.slice(1, 2).map((layer) => ({ ...layer, pool: undefined })) as readonly LayerShape[];
  const network = (second: object, outputs: number) => [
    ...(plain as readonly LayerShape[]),
    { ...plain[0], ...second } as LayerShape,
    ...dense(outputs, 10),
  ];
  const bare = rowOf(inputsOf(network({}, 128 * 1024)));
  it('cost adders and gates where there are any, and nothing elsewhere', () => {
    const linked = rowOf(inputsOf(network({ shortcut: { from: 0, weight: 34 } }, 128 * 1024)));
    expect([bare['areaUm2.shortcuts'], bare['energyPjPerInference.pooling']]).toEqual([0, 0]);
    grows('areaUm2.shortcuts', [bare, linked]);
    grows('energyPjPerInference.shortcuts', [bare, linked]);
    grows('latencyNs.shortcuts', [bare, linked]);
    const two = { height: 2, width: 2 };
    const pooled = rowOf(inputsOf(network({ pool: { size: two, stride: two } }, 128 * 256)));
    grows('energyPjPerInference.pooling', [bare, pooled]);
  });
});

describe('what is said in words', () => {
  it('warns of converters that cannot tell sums apart, and names the loss', () => {
    const inputs = inputsOf(dense(128, 10));
    const coarse = rowOf(inputs, { adcBits: 5 });
    // 128 rows of ±1: 257 sums for 32 levels
    expect(coarse).toMatchObject({ converterLevels: 32, converterLevelsNeeded: 257 });
    expect(number(coarse, 'sumsPerLevel')).toBeCloseTo(257 / 32, 12);
    expect(coarse.converterWarning).toMatch(/5 bits have 32 levels for 257 sums in layer 1/);
    expect(rowOf(inputs, { adcBits: 5, rowsInParallel: 15 }).converterWarning).toBe('');
    // One column against a reference has the sums that the evaluator converts: −128 … 128 too.
    const single = rowOf(inputsOf(dense(128, 10), { pairs: 'single' }), { adcBits: 8 });
    expect(single).toMatchObject({ converterLevels: 256, converterLevelsNeeded: 257 });
    expect(rowOf(inputs, { sensing: 'row-by-row' }).converterLevels).toBe('');
  });
  it('refuses a technology without conductances, but not SRAM', () => {
    const unknown = { ...rram, conductance: 'unknown' as const };
    expect(() => rowOf(inputsOf(dense(20, 10), { memory: unknown }))).toThrow(
      expect.objectContaining({ code: 'MEMORY_CONDUCTANCE_UNKNOWN' }),
    );
    const cell = { ...rram.cell, sensing: 'voltage-latch' as const };
    const sram = { ...unknown, cell, write: { ...rram.write, voltageV: 0.8 } };
    const row = rowOf(inputsOf(dense(20, 10), { memory: sram }));
    expect(number(row, 'areaUm2')).toBeGreaterThan(0);
    // No level shifters at the supply.
    expect(number(row, 'areaUm2.writeCircuits')).toBeLessThan(
      number(rowOf(inputsOf(dense(20, 10))), 'areaUm2.writeCircuits') / 3,
    );
  });
  it('refuses before a run what its circuits do not stand', () => {
    const memory = (parameters: Record<string, number>) => ({
      memory: { plugin: 'a memory', capabilities: {}, parameters },
    });
    const refuses = (parameters: Record<string, number>) => tooHigh(memory(parameters));
    expect(refuses({ nodeNm: 22, writeVoltageV: 5.1 })).toMatch(/22 nm stand 5 V, not 5.1 V/);
    expect(refuses({ nodeNm: 22, writeVoltageV: 5, supplyV: 0.8, readVoltageV: 0.8 })).toBeUndefined();
    expect(refuses({ supplyV: 0.8, readVoltageV: 0.9 })).toMatch(/0.9 V from a supply of 0.8 V/);
    expect(refuses({})).toBeUndefined();
  });
  it('refuses a write voltage that the node does not stand', () => {
    const memory = { ...rram, write: { ...rram.write, voltageV: 9 } };
    expect(() => rowOf(inputsOf(dense(20, 10), { memory }))).toThrow(
      expect.objectContaining({ code: 'CIRCUIT_VALUE_OUT_OF_RANGE' }),
    );
  });
});

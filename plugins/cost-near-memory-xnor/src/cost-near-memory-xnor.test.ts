import { checkParameters, type Memory } from '@bitfront/core';
import { describeStage } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import { areaParts, energyParts, latencyParts } from './columns.ts';
import cost from './cost-near-memory-xnor.ts';
import { fixedPoint, inputsOf, memory, mnist, rowOf, run, stochastic, total } from './trial.fixture.ts';

/** 7·8 + 8·8 + 8·1 arrays. */
const mnistArrays = 128;
const [reads1, reads2, reads3] = [802_816, 1_048_576, 10_240];

describeStage(cost, {
  cases: [
    {
      name: '784-1024-1024-10, 8 bits',
      parameters: {},
      inputs: inputsOf(mnist, 128, 128, fixedPoint(8)),
      row: {
        cellAreaUm2: mnistArrays * 128 * 128 * 0.1,
        'energyPjPerInference.cells': (8 * reads1 + reads2 + reads3) * 0.01,
        // 128 rows 8 times, 128 rows, 10 rows.
        'latencyNs.cells': (8 * 128 + 128 + 10) * 2,
        // Thresholds of 18 and 11 bits, then 8 + 20 bits per class; 1 pJ each.
        'writeEnergyPj.cells': 1_861_632 + 1024 * 18 + 1024 * 11 + 10 * 28,
        'energyPjPerInference.standby': 0,
      },
    },
    {
      name: '95-16-6 on arrays larger than the layers, T = 5 votes',
      parameters: { inputLanes: 7 },
      inputs: inputsOf([95, 16, 6], 200, 300, stochastic(5, 'vote')),
      row: {
        cellAreaUm2: 2 * 200 * 300 * 0.1,
        'energyPjPerInference.cells': 5 * (95 * 16 + 16 * 6) * 0.01,
        'areaUm2.accumulators': 0,
        'energyPjPerInference.accumulators': 0,
      },
    },
    {
      name: 'one neuron of one input in one cell',
      parameters: {},
      inputs: inputsOf([1, 1], 1, 1, fixedPoint(1)),
      row: { cellAreaUm2: 0.1, 'areaUm2.popcount': 0, 'energyPjPerInference.cells': 0.01 },
    },
    {
      name: 'one column, 784 inputs, first layer row by row',
      parameters: { firstLayerOrder: 'row-by-row' },
      inputs: inputsOf([784, 10], 16, 1, stochastic(3, 'first-layer')),
      row: { cellAreaUm2: 784 * 16 * 0.1, 'energyPjPerInference.cells': 3 * 7840 * 0.01 },
    },
  ],
});

describe('every row', () => {
  const shapes = [mnist, [784, 10], [95, 16, 6], [1, 1], [3, 1, 2], [17, 33, 9, 2]];
  const sizes = [
    [128, 128],
    [1, 1],
    [1, 784],
    [64, 1],
    [10, 95],
    [1024, 1024],
  ] as const;
  const views = [
    fixedPoint(1),
    fixedPoint(8),
    stochastic(1, 'output'),
    stochastic(7, 'output'),
    stochastic(7, 'first-layer'),
    stochastic(64, 'vote'),
  ];
  const devices: readonly Partial<Memory['cell']>[] = [
    { nodeNm: 130, supplyV: 1.2, areaUm2PerBit: 1.6, sensing: 'differential' },
    { nodeNm: 7, supplyV: 0.7, areaUm2PerBit: 0.01, sensing: 'single-ended', aspectRatio: 4 },
    { nodeNm: 180, supplyV: 1.8, areaUm2PerBit: 9, sensing: 'voltage-latch', standbyPowerNwPerBit: 0.5 },
  ];

  it('is finite, adds up exactly, and fits its bounding box, for odd shapes at many nodes', () => {
    for (const widths of shapes) {
      for (const [rows, columns] of sizes) {
        for (const view of views) {
          for (const cell of devices) {
            const row = rowOf(widths, rows, columns, view, { cell: { ...memory.cell, ...cell } });
            const wrong = Object.entries(row).filter(
              ([name, value]) =>
                name !== 'enduranceLeftCycles' && !(Number.isFinite(value) && Number(value) >= 0),
            );
            expect(wrong).toEqual([]);
            expect(total(row, 'areaUm2', areaParts)).toBe(row.areaUm2);
            expect(total(row, 'energyPjPerInference', energyParts)).toBe(row.energyPjPerInference);
            expect(total(row, 'latencyNs', latencyParts)).toBe(row.latencyNs);
            expect(total(row, 'writeEnergyPj', ['cells', 'lines'])).toBe(row.writeEnergyPj);
            expect(row.boundingAreaUm2).toBeGreaterThanOrEqual(Number(row.areaUm2));
            expect(row.areaUm2).toBeGreaterThan(Number(row.cellAreaUm2));
          }
        }
      }
    }
  });
});

describe('refusals', () => {
  it('a partition whose rows hold inputs, when the plan is made and when it runs', () => {
    const upstream = (rowsHold: string) => ({
      partition: { plugin: 'partitioner-tile', capabilities: {}, parameters: { rowsHold } },
    });
    const parameters = checkParameters(cost.name, cost.parameters, {});
    expect(cost.requires?.(upstream('inputs'), parameters)).toMatch(/rowsHold/);
    expect(cost.requires?.(upstream('neurons'), parameters)).toBeUndefined();
    const inputs = inputsOf([8, 4], 4, 4, fixedPoint(8));
    const layers = inputs.partition.layers.map((layer) => ({ ...layer, rowsHold: 'inputs' as const }));
    expect(() => run({ ...inputs, partition: { ...inputs.partition, layers } })).toThrow(/COST|hold inputs/);
  });
  it('an activity of another network', () => {
    const inputs = inputsOf([8, 4, 2], 4, 4, fixedPoint(8));
    const { evaluation } = inputsOf([8, 4], 4, 4, fixedPoint(8));
    expect(() => run({ ...inputs, evaluation })).toThrow(/partition 2, the activity 1/);
  });
});

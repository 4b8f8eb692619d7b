import { linear, list, type ChoiceData } from '@bitfront/core';
import { describe, expect, it } from 'vitest';
import { tinyPlan } from '../fixtures/tiny-plan.ts';
import { compareHeaders, type RunHeader, runHeader } from './run-header.ts';

const header = (device: ChoiceData['parameters'] = { priceFj: list(1, 2), flip: 0.1 }, seed = 1) =>
  runHeader(tinyPlan({ device, cost: { arrayRows: 16 } }, { seed }));
const compare = (old: RunHeader, now: RunHeader) => compareHeaders('results/tiny', old, now);
const mixed = (...differences: string[]) =>
  expect.objectContaining({
    code: 'RESULTS_WOULD_MIX',
    what: `The results in results/tiny were made with other settings: ${differences.join(', ')}.`,
  });

describe('runHeader', () => {
  it('says what the rows after it were made with', () => {
    expect(header()).toEqual({
      t: 'run',
      schemaVersion: 1,
      pipeline: 'tiny',
      seed: 1,
      sampler: 'sampler-grid',
      plugins: {
        'device-tiny': { version: 1, hash: 'hash of device-tiny' },
        'evaluator-tiny': { version: 1, hash: 'hash of evaluator-tiny' },
        'cost-tiny': { version: 1, hash: 'hash of cost-tiny' },
      },
      files: {},
      measures: [
        'flipPlusToMinus',
        'flipMinusToPlus',
        'cellAreaUm2PerBit',
        'writeEnergyFjPerBit',
        'enduranceCycles',
        'errorRate',
        'areaUm2',
        'areaUm2.cells',
      ],
      space: {
        'device.device-tiny.priceFj': [1, 2],
        'device.device-tiny.flip': [0.1],
        'evaluator.evaluator-tiny.repeats': [3],
        'evaluator.evaluator-tiny.mood': ['well'],
        'cost.cost-tiny.arrayRows': [16],
        'cost.cost-tiny.arrayCols': [8],
      },
    });
  });

  it('comes back from the journal as it was', () =>
    expect(JSON.parse(JSON.stringify(header()))).toEqual(header()));

  it('leaves long axes open: ranges that overlap need not share a value', () => {
    const values = (count: number) =>
      header({ priceFj: linear(1, count, count), flip: 0 }).space['device.device-tiny.priceFj'];
    expect(values(256)).toHaveLength(256);
    expect(values(257)).toEqual([]);
  });
});

describe('compareHeaders', () => {
  it('lets a run go on, and grow', () => {
    expect(compare(header(), header())).toBe('extend');
    expect(compare(header(), header({ priceFj: list(0.5, 1, 2, 4), flip: 0.1 }))).toBe('extend');
    expect(compare(header(), header({ priceFj: 2, flip: list(0.1, 0.2) }))).toBe('extend');
    const long = (from: number) => header({ priceFj: linear(from, from + 999, 1000), flip: 0.1 });
    expect(compare(long(0), long(0.5))).toBe('extend');
  });

  it('lets plugins come and go', () => {
    const old = header();
    const { 'cost-tiny': _, ...plugins } = old.plugins;
    expect(compare({ ...old, plugins }, old)).toBe('extend');
    expect(compare(old, { ...old, plugins })).toBe('extend');
  });

  it('finds results of older code', () => {
    const now = header();
    const other = (change: object) => ({
      ...now,
      plugins: { ...now.plugins, 'cost-tiny': { version: 1, hash: 'x', ...change } },
    });
    expect(compare(other({}), now)).toBe('older');
    expect(compare(other({ version: 2, hash: 'hash of cost-tiny' }), now)).toBe('older');
    expect(compare({ ...now, schemaVersion: 0 as 1 }, now)).toBe('older');
  });

  it('refuses another seed and parameters that were changed, not extended; it lists all of them', () => {
    expect(() => compare(header(), header(undefined, 2))).toThrow(mixed('seed: 1 -> 2'));
    expect(() => compare(header(), header({ priceFj: list(3, 4), flip: 0.2 }, 2))).toThrow(
      mixed('seed: 1 -> 2', 'device.device-tiny.priceFj: 1 2 -> 3 4', 'device.device-tiny.flip: 0.1 -> 0.2'),
    );
  });

  it('refuses the folder of another pipeline before anything else', () => {
    expect(() => compare({ ...header(undefined, 2), pipeline: 'other' }, header())).toThrow(
      expect.objectContaining({
        code: 'RESULTS_OTHER_PIPELINE',
        what: 'The folder results/tiny holds results of the pipeline "other", not of "tiny".',
      }),
    );
  });
});

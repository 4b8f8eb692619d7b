import type { InferenceView } from '@bitfront/core';
import { describeStage } from '@bitfront/testkit';
import { describe, expect, it } from 'vitest';
import {
  alike,
  convolutional,
  residual,
  crossbarInput,
  dense,
  evaluated,
  ideal,
  mappingOf,
  spread,
} from './crossbar-input.fixture.ts';
import stage from './evaluator-crossbar.ts';
import { integerErrorRate } from './slow-inference.fixture.ts';

const grey = { kind: 'fixed-point', bits: 8 } as const;
const drawn = (presentations: number, accumulation: 'first-layer' | 'output' | 'vote'): InferenceView => ({
  kind: 'stochastic',
  presentations,
  accumulation,
  source: { kind: 'independent' },
});
const encodings: readonly InferenceView[] = [
  grey,
  { kind: 'fixed-point', bits: 3 },
  { kind: 'fixed-point', bits: 1 },
  drawn(1, 'first-layer'),
  drawn(5, 'first-layer'),
  drawn(3, 'output'),
  drawn(4, 'vote'),
];

describeStage(stage, {
  cases: encodings.slice(1, 6).map((inference, index) => ({
    name: `encoding ${index + 1}`,
    parameters: {
      ...ideal,
      adcBits: 4,
      drive: index % 2 === 0 ? 'unipolar' : 'bipolar',
      sourceResistanceOhm: 100,
      wireResistanceOhm: 1,
      neuronResistanceOhm: 100,
    },
    inputs: crossbarInput(dense(37, 20, 5), inference, spread),
  })),
});

describe('columns without errors', () => {
  it.each(encodings)('give the error rate of integers: %o', (inference) => {
    for (const layers of [dense(95, 16, 6), dense(33, 4), dense(5, 1, 31, 2), convolutional, residual])
      for (const drive of ['unipolar', 'bipolar'] as const) {
        const input = crossbarInput(
          layers,
          inference,
          alike,
          mappingOf(layers, { rows: 27, columns: 12 }),
          25,
        );
        const { repeats } = evaluated(input, { drive });
        for (const [repeat, rate] of repeats.entries()) expect(rate).toBe(integerErrorRate(input, repeat));
      }
  });

  const layouts = (['neighbouring-columns', 'separate-crossbars', 'single'] as const).flatMap((pairs) =>
    [
      [1, 2],
      [18, 2],
      [128, 7],
      [1000, 300],
    ].map(([rows = 0, columns = 0]) => ({ pairs, rows, columns })),
  );
  it.each(layouts)(
    'do so however they are laid out: $pairs on $rows x $columns',
    ({ pairs, rows, columns }) => {
      for (const layers of [dense(95, 16, 6), convolutional, residual])
        for (const by of ['weights', 'channels'] as const) {
          // A channel of the kernels has nine rows.
          if (by === 'channels' && rows < 9) continue;
          const mapping = mappingOf(layers, { rows, columns }, pairs, by);
          const input = crossbarInput(layers, grey, alike, mapping, 12);
          for (const rowsInParallel of [0, 5])
            expect(evaluated(input, { rowsInParallel }).repeats[0]).toBe(integerErrorRate(input, 0));
        }
    },
  );

  it('need no infinite ratio of the states', () => {
    const input = crossbarInput(dense(60, 16, 6), grey, { ...alike, onUs: 3.1, offUs: 2.9 });
    expect(evaluated(input).repeats[0]).toBe(integerErrorRate(input, 0));
  });

  it('need just as many levels as sums have: 2n + 1 of 2^b − 1, or n + 1 of 2^b where rows are driven down', () => {
    const layers = dense(45, 16, 6);
    const of = (rows: number) => crossbarInput(layers, grey, alike, mappingOf(layers, { rows, columns: 8 }));
    for (const [rows, drive, adcBits] of [
      [15, 'unipolar', 5],
      [15, 'bipolar', 4],
      [31, 'bipolar', 5],
    ] as const) {
      const input = of(rows);
      const enough = evaluated(input, { drive, adcBits });
      expect(enough.row).toMatchObject({ adcLevelsLost: 0, errorRate: integerErrorRate(input, 0) });
      expect(evaluated(input, { drive, adcBits: adcBits - 1 }).row.adcLevelsLost).toBe(
        (drive === 'unipolar' ? 2 * rows + 1 : rows) + 1 - 2 ** (adcBits - 1),
      );
    }
    expect(evaluated(of(16), { adcBits: 5 }).row.adcLevelsLost).toBe(2);
  });

  it('are run once where nothing is random, and say so', () => {
    expect(evaluated(crossbarInput(dense(20, 9, 3), grey, alike), { repeats: 5 }).row.repeats).toBe(1);
    expect(evaluated(crossbarInput(dense(20, 9, 3), grey, spread), { repeats: 5 }).row.repeats).toBe(5);
    const stochastic = crossbarInput(dense(20, 9, 3), drawn(2, 'output'), alike);
    expect(evaluated(stochastic, { repeats: 5 }).row.repeats).toBe(5);
  });
});

describe('chips', () => {
  const input = crossbarInput(dense(40, 30, 5), grey, spread, undefined, 200);

  it('differ from repeat to repeat, and more repeats add to fewer', () => {
    const many = [...evaluated(input, { repeats: 6 }).repeats];
    expect(many.slice(0, 2)).toEqual([...evaluated(input, { repeats: 2 }).repeats]);
    expect(new Set(many).size).toBeGreaterThan(2);
  });

  it('with small spreads are as good as integers where rows are read one by one: converters round to whole weights', () => {
    const mild = crossbarInput(
      dense(40, 30, 5),
      grey,
      { ...alike, onLogSigma: 0.1, offLogSigma: 0.3 },
      undefined,
      200,
    );
    const exact = integerErrorRate(mild, 0);
    const digital = evaluated(mild, { rowsInParallel: 1, repeats: 3 });
    expect([...digital.repeats]).toEqual([exact, exact, exact]);
    expect([...evaluated(mild, { repeats: 3 }).repeats]).not.toEqual([exact, exact, exact]);
  });

  it('show the activity of what passes over their rows: that of layer 1 is the encoding alone', () => {
    const [perfect, real] = [alike, spread].map(
      (conductance) => evaluated({ ...input, memory: { conductance } }).activity,
    );
    const { inputDensity, inputToggle, xnorDensity } = perfect!.layers[0]!;
    expect(real!.layers[0]).toMatchObject({ inputDensity, inputToggle, xnorDensity });
    expect(real!.layers[1]?.inputDensity).toBe(real!.layers[0]?.outputDensity);
    expect(real!.layers[1]?.inputDensity).not.toBe(perfect!.layers[1]?.inputDensity);
  });
});

describe('refusals', () => {
  const input = crossbarInput(dense(20, 9, 3), grey, alike);
  const { layers } = input.network.architecture;
  const code = (name: string) => expect.objectContaining({ code: name });

  it('name what is missing', () => {
    expect(() => evaluated({ ...input, memory: { conductance: 'unknown' } })).toThrow(
      code('MEMORY_CONDUCTANCE_UNKNOWN'),
    );
    expect(() => evaluated({ ...input, memory: { conductance: 'unknown' } })).toThrow(
      /device-rram-1t1r-lognormal/,
    );
    expect(() => evaluated({ ...input, memory: { conductance: { ...alike, offUs: 10 } } })).toThrow(
      code('EVALUATION_CONDUCTANCE_INVERTED'),
    );
  });

  it('tell mappings of other networks and crossbars', () => {
    const unfit = code('EVALUATION_MAPPING_UNFIT');
    for (const mapping of [
      mappingOf(dense(20, 9, 4, 3), { rows: 16, columns: 10 }),
      mappingOf(dense(40, 9, 3), { rows: 16, columns: 10 }),
      mappingOf(layers, { rows: 16, columns: 1 }),
      { ...mappingOf(layers, { rows: 16, columns: 10 }), array: { rows: 8, columns: 10 } },
    ])
      expect(() => evaluated({ ...input, mapping })).toThrow(unfit);
  });
});

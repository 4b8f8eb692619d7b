import { getBit } from '@bitfront/bits';
import { describe, expect, it } from 'vitest';
import { encodings, evaluated, evaluationInput, none, stochastic } from './random-input.fixture.ts';

describe('ActivityMeter', () => {
  it.each(encodings.filter(({ kind }) => kind === 'fixed-point'))(
    'matches a count bit by bit: %o',
    (inference) => {
      const input = evaluationInput([11, 6, 3], inference, none, 600);
      const bits = inference.kind === 'fixed-point' ? inference.bits : 0;
      const { values, count } = input.dataset.test;
      const [ones, toggles, agreeing] = [0, 0, 0].map(() => ({ count: 0 })) as [Tally, Tally, Tally];
      for (let line = 0; line < 11; line++) {
        let before: number | undefined;
        for (let image = 0; image < count; image++)
          for (let plane = 0; plane < bits; plane++) {
            const bit = ((values[image * 11 + line]! >> (8 - bits)) >> plane) & 1;
            ones.count += bit;
            if (before !== undefined && before !== bit) toggles.count++;
            for (let n = 0; n < 6; n++)
              agreeing.count += getBit(input.network.weights[0]!, n, line) === bit ? 1 : 0;
            before = bit;
          }
      }
      const { activity } = evaluated(input, 1);
      expect(activity.layers[0]?.inputDensity).toBeCloseTo(ones.count / (11 * count * bits), 12);
      expect(activity.layers[0]?.inputToggle).toBeCloseTo(toggles.count / (11 * (count * bits - 1)), 12);
      expect(activity.layers[0]?.xnorDensity).toBeCloseTo(agreeing.count / (6 * 11 * count * bits), 12);
      expect(activity).toMatchObject({ firstLayerPasses: 1, laterLayerPasses: 1, inputBits: bits });
    },
  );

  it('expects of summed draws what single draws show', () => {
    const summed = evaluated(
      evaluationInput([40, 20, 3], stochastic(6, 'first-layer'), none, 600),
      1,
    ).activity;
    const single = evaluated(evaluationInput([40, 20, 3], stochastic(6, 'output'), none, 600), 1).activity;
    // 600 · 40 · 6 bits: three standard deviations are 3 · 0.5 / √144000 = 0.004.
    for (const name of ['inputDensity', 'inputToggle', 'xnorDensity'] as const)
      expect(Math.abs(summed.layers[0]![name] - single.layers[0]![name])).toBeLessThan(0.006);
    expect(summed).toMatchObject({ firstLayerPasses: 6, laterLayerPasses: 1, inputBits: 1 });
    expect(single).toMatchObject({ firstLayerPasses: 6, laterLayerPasses: 6, inputBits: 1 });
  });

  it('gives the outputs of a layer as the inputs of the next, and 1 of K classes at the end', () => {
    const { layers } = evaluated(evaluationInput([40, 20, 9, 3], stochastic(3, 'vote'), none), 1).activity;
    expect(layers.map(({ outputDensity }) => outputDensity)).toEqual([
      layers[1]?.inputDensity,
      layers[2]?.inputDensity,
      1 / 3,
    ]);
  });
});

interface Tally {
  count: number;
}

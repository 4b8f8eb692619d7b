import { bareServices, checkParameters } from '@bitfront/core';
import { describeStage } from '@bitfront/testkit';
import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import plugin from './dataset-synthetic.ts';

const small = { features: 5, trainImages: 20, validationImages: 3, testImages: 4, noise: 0.3 };

describeStage(plugin, {
  cases: [
    { name: 'blobs', parameters: small, inputs: {} },
    { name: 'patterns', parameters: { ...small, kind: 'patterns' }, inputs: {} },
  ],
});

describe('dataset-synthetic', () => {
  it('has the declared shapes, odd ones too, and balanced classes', async () => {
    const { description, train, validation, test } = await draw({
      classes: 3,
      features: 7,
      trainImages: 10,
      validationImages: 0,
      testImages: 1,
      noise: 0.1,
    });
    expect(description).toEqual({
      name: 'synthetic-blobs',
      shape: [7],
      features: 7,
      classes: 3,
      maxValue: 255,
    });
    expect([train.values.length, validation.values.length, test.values.length]).toEqual([70, 0, 7]);
    expect([...train.labels]).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2, 0]);
  });

  it('repeats itself, keeps earlier examples when there are more, and draws the parts independently', async () => {
    const small = await draw({ noise: 0.2, trainImages: 100, testImages: 100 });
    const large = await draw({ noise: 0.2, trainImages: 150, testImages: 100 });
    expect(await draw({ noise: 0.2, trainImages: 100, testImages: 100 })).toEqual(small);
    expect(large.train.values.subarray(0, 6400)).toEqual(small.train.values);
    expect(small.train.values).not.toEqual(small.test.values);
    expect((await draw({ noise: 0.2, trainImages: 100, testImages: 100 }, '2')).train.values).not.toEqual(
      small.train.values,
    );
  });

  it('flips the bits of patterns with the probability "noise" (within 4 standard deviations)', async () => {
    const clean = (await draw({ kind: 'patterns', noise: 0 })).train.values;
    const noisy = (await draw({ kind: 'patterns', noise: 0.1 })).train.values;
    expect(clean.every((value) => value === 0 || value === 255)).toBe(true);
    const flips = noisy.filter((value, index) => value !== clean[index]).length / clean.length;
    // 64,000 bits: one standard deviation is sqrt(0.1 · 0.9 / 64000) = 0.0012.
    expect(Math.abs(flips - 0.1)).toBeLessThan(4 * 0.0012);
  });

  it('repeats the centre exactly without noise, and spreads by 255 · noise', async () => {
    const { train } = await draw({ classes: 2, features: 500, trainImages: 200, noise: 0 });
    expect(train.values.subarray(0, 500)).toEqual(train.values.subarray(1000, 1500));
    const noisy = (await draw({ classes: 2, features: 500, trainImages: 200, noise: 0.05 })).train.values;
    const inner = [...train.values.entries()].filter(([, centre]) => centre > 80 && centre < 175);
    const squares = inner.reduce((sum, [index, centre]) => {
      const distance = (noisy[index] ?? 0) - centre;
      return sum + distance * distance;
    }, 0);
    // Rounding adds a variance of 1/12; some 36,000 values give 0.4 % of standard deviation.
    expect(Math.abs(Math.sqrt(squares / inner.length - 1 / 12) / (255 * 0.05) - 1)).toBeLessThan(0.016);
  });
});

async function draw(given: Readonly<Record<string, unknown>>, seed = '1') {
  return plugin.run({}, checkParameters(plugin.name, plugin.parameters, given), {
    random: (...key) => randomStream(seed, ...key),
    signal: new AbortController().signal,
    progress: () => {},
    host: { dataFolders: [] },
    ...bareServices,
  });
}

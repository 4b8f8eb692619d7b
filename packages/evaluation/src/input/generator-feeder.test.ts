import type { GeneratorSource, InferenceView } from '@bitfront/core';
import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import { openNumbers, plusProbabilities } from '@bitfront/stochastic';
import { describe, expect, it } from 'vitest';
import { lineCounts } from '../activity/line-counts.ts';
import { generated } from '../encodings.fixture.ts';
import { drawsInputs } from './draws-inputs.ts';
import { fillBlock } from './fill-block.ts';
import { openFeeder } from './open-feeder.ts';

const [features, count] = [45, 39];
const values = Uint8Array.from({ length: features * count }, (_, index) => (index * 101) % 256);
const examples = { count, values, labels: new Uint8Array(count) };
const random = (presentation: number) => randomStream('generated', presentation);

const sources = (['lfsr', 'sobol', 'van-der-corput'] as const).flatMap((kind) =>
  (['independent', 'shared', 'rotated'] as const).flatMap((sharing) =>
    (['runs-on', 'restarts'] as const).flatMap((betweenImages) =>
      [6, 8, 11].map((bits) => ({ kind, sharing, betweenImages, bits })),
    ),
  ),
);

describe.each(sources)('$kind, $sharing, $betweenImages, $bits bits', (given) => {
  it.each([1, 3, 16])('gives one bit per pixel and presentation, in blocks of %i images', (block) => {
    const draws = 3;
    const inference = generated(draws, 'vote', given);
    const bit = bitsByDefinition(inference);
    const feeder = openFeeder(inference, 255, random);
    for (let from = 0; from < count; from += block) {
      const images = Math.min(block, count - from);
      const at = fill(feeder, from, images, images * draws);
      for (let image = 0; image < images; image++)
        for (let draw = 0; draw < draws; draw++)
          for (let pixel = 0; pixel < features; pixel++)
            expect(at(pixel, image * draws + draw)).toBe(bit(from + image, draw, pixel));
    }
  });

  it('sums them, in any order of the images', () => {
    const draws = 9;
    const inference = generated(draws, 'first-layer', given);
    const bit = bitsByDefinition(inference);
    const feeder = openFeeder(inference, 255, random);
    for (const [from, images] of [
      [20, 19],
      [0, 7],
      [7, 13],
    ] as const) {
      const at = fill(feeder, from, images, images);
      for (let image = 0; image < images; image++)
        for (let pixel = 0; pixel < features; pixel++) {
          let ones = 0;
          for (let draw = 0; draw < draws; draw++) ones += bit(from + image, draw, pixel);
          expect(at(pixel, image)).toBe(ones);
        }
    }
  });
});

describe('generated sums', () => {
  const source = { kind: 'lfsr', sharing: 'independent', bits: 9 } as const;

  it('beyond bytes are 2 · ones − T', () => {
    const inference = generated(300, 'first-layer', source);
    const bit = bitsByDefinition(inference);
    const at = fill(openFeeder(inference, 255, random), 0, 5, 5);
    for (let pixel = 0; pixel < features; pixel++) {
      let sum = 0;
      for (let draw = 0; draw < 300; draw++) sum += 2 * bit(4, draw, pixel) - 1;
      expect(at(pixel, 4)).toBe(sum);
    }
  });

  it('over a whole period are exactly T · p', () => {
    const inference = generated(255, 'first-layer', { kind: 'lfsr', sharing: 'rotated' });
    const at = fill(openFeeder(inference, 255, random), 3, 4, 4);
    for (let image = 0; image < 4; image++)
      for (let pixel = 0; pixel < features; pixel++)
        expect(at(pixel, image)).toBe(values[(3 + image) * features + pixel]);
  });

  it('know every line of a dense layer bit by bit', () => {
    const draws = 9;
    const inference = generated(draws, 'first-layer', source);
    const bit = bitsByDefinition(inference);
    const feeder = openFeeder(inference, 255, random);
    for (const from of [0, 13, 26]) fill(feeder, from, 13, 13);
    const expected = lineCounts(features);
    for (let pixel = 0; pixel < features; pixel++)
      for (let step = 0; step < count * draws; step++) {
        const now = bit(Math.floor(step / draws), step % draws, pixel);
        expected.ones[pixel]! += now;
        if (step > 0 && now !== expected.last[pixel]) expected.toggles += 1;
        expected.last[pixel] = now;
      }
    const record = feeder.kind === 'bits' ? undefined : feeder.record?.();
    expect(record?.lines).toEqual({ ...expected, bits: count * draws });
  });

  it('know for convolutions what values of so many ones are like: changes and ends add up', () => {
    const draws = 9;
    const inference = generated(draws, 'first-layer', source);
    const bit = bitsByDefinition(inference);
    const block = { from: 8, images: 20, features, lanes: 20 };
    const { values: sums, sent } = fillBlock(
      createKernels(),
      openFeeder(inference, 255, random),
      examples,
      block,
    );
    const [seen, real] = [
      { toggles: 0, first: 0, last: 0 },
      { toggles: 0, first: 0, last: 0 },
    ];
    for (let image = 0; image < 20; image++)
      for (let pixel = 0; pixel < features; pixel++) {
        const ones = sums.row(pixel)[image] as number;
        for (const name of ['toggles', 'first', 'last'] as const)
          seen[name] += sent?.[name][ones] ?? Number.NaN;
        const bits = Array.from({ length: draws }, (_, draw) => bit(8 + image, draw, pixel));
        real.first += bits[0]!;
        real.last += bits[8]!;
        real.toggles += bits.filter((now, at) => at > 0 && now !== bits[at - 1]).length;
      }
    for (const name of ['toggles', 'first', 'last'] as const) expect(seen[name]).toBeCloseTo(real[name], 9);
  });
});

describe('drawsInputs', () => {
  it('is true where start values or numbers are drawn', () => {
    const drawn = sources.filter((given) => drawsInputs(generated(1, 'vote', given)));
    expect(new Set(drawn.map(({ kind, sharing }) => `${kind} ${sharing}`))).toEqual(
      new Set(['lfsr independent', 'lfsr shared', 'lfsr rotated', 'van-der-corput independent']),
    );
    expect(drawsInputs({ kind: 'fixed-point', bits: 8 })).toBe(false);
    const ideal = {
      kind: 'stochastic',
      presentations: 1,
      accumulation: 'vote',
      source: { kind: 'independent' },
    } as const;
    expect(drawsInputs(ideal)).toBe(true);
  });
});

/** The slow way: the generators are set to the step of every draw, and probability times period is the limit. */
function bitsByDefinition(inference: InferenceView) {
  const { presentations, source } = inference as Extract<InferenceView, { kind: 'stochastic' }>;
  const given = source as GeneratorSource;
  const numbers = openNumbers(given, features, random(0));
  const p = plusProbabilities(given, 255);
  const least = given.kind === 'lfsr' ? 1 : 0;
  const now = new Uint32Array(numbers.lanes);
  const known = new Map<number, Uint32Array>();
  return (image: number, draw: number, pixel: number) => {
    const step = given.betweenImages === 'restarts' ? draw : image * presentations + draw;
    let at = known.get(step);
    if (at === undefined) {
      numbers.seek(step);
      numbers.next(now);
      at = now.slice();
      known.set(step, at);
    }
    const ones = Math.round((p[values[image * features + pixel]!] as number) * numbers.period);
    return at[pixel % numbers.lanes]! - least < ones ? 1 : 0;
  };
}

function fill(feeder: ReturnType<typeof openFeeder>, from: number, images: number, lanes: number) {
  const { values: filled } = fillBlock(createKernels(), feeder, examples, { from, images, features, lanes });
  return (feature: number, lane: number) =>
    filled.kind === 'bits'
      ? ((filled.row(feature)[lane >>> 5] ?? 0) >>> (lane & 31)) & 1
      : filled.view[feature * filled.stride + lane];
}

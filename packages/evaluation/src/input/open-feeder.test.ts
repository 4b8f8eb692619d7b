import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { stochastic } from '../encodings.fixture.ts';
import { binomialTable, drawCounts } from './binomial-table.ts';
import { comparator, drawBits } from './comparator.ts';
import { fillBlock } from './fill-block.ts';
import { openFeeder } from './open-feeder.ts';
import { wordStream } from './word-stream.ts';

const [features, count] = [45, 39];
const values = Uint8Array.from({ length: features * count }, (_, index) => (index * 101) % 256);
const examples = { count, values, labels: new Uint8Array(count) };
const random = (presentation: number) => randomStream('feed', presentation);

describe('openFeeder', () => {
  it.each([1, 2, 8])(
    'puts the %i most significant bits of every pixel into the column of its image',
    (bits) => {
      const feeder = openFeeder({ kind: 'fixed-point', bits }, 255, random);
      expect(feeder.scale).toBe(2 ** bits - 1);
      const filled = fill(feeder, 19, 20, 64);
      for (let image = 0; image < 20; image++)
        for (let feature = 0; feature < features; feature++)
          expect(filled(feature, image)).toBe(values[(19 + image) * features + feature]! >> (8 - bits));
      expect(filled(0, 20)).toBe(0);
    },
  );

  it('scales other ranges to 8 bits', () => {
    const feeder = openFeeder({ kind: 'fixed-point', bits: 8 }, 1, random);
    const binary = { count: 1, values: Uint8Array.of(0, 1), labels: new Uint8Array(1) };
    const block = { from: 0, images: 1, features: 2, lanes: 1 };
    const { values: bytes } = fillBlock(createKernels(), feeder, binary, block);
    expect([bytes.row(0)[0], bytes.row(1)[0]]).toEqual([0, 255]);
  });

  it.each([
    [9, 1],
    [9, 16],
    [255, 39],
    [300, 7],
  ])('draws sums of %i image after image, whatever the blocks of %i images', (draws, block) => {
    const feeder = openFeeder(stochastic(draws, 'first-layer'), 255, random);
    const expected = new Uint16Array(features * count);
    drawCounts(binomialTable(draws, 255), wordStream(random(0), 4096), values, 0, expected);
    for (let from = 0; from < count; from += block) {
      const images = Math.min(block, count - from);
      const filled = fill(feeder, from, images, images);
      for (let image = 0; image < images; image++)
        for (let feature = 0; feature < features; feature++) {
          const ones = expected[(from + image) * features + feature]!;
          expect(filled(feature, image)).toBe(draws === 300 ? 2 * ones - 300 : ones);
        }
    }
  });

  it('takes every presentation from its own stream, presentations of an image in neighbouring lanes', () => {
    const filled = fill(openFeeder(stochastic(3, 'vote'), 255, random), 0, count, 3 * count);
    for (let presentation = 0; presentation < 3; presentation++) {
      const source = comparator(255, wordStream(random(presentation), 256));
      for (let image = 0; image < count; image++)
        for (const base of [0, 32]) {
          const word = drawBits(source, values, image * features + base, base === 0 ? 32 : 13);
          for (let bit = 0; bit < (base === 0 ? 32 : 13); bit++)
            expect(filled(base + bit, 3 * image + presentation)).toBe((word >>> bit) & 1);
        }
    }
  });
});

function fill(feeder: ReturnType<typeof openFeeder>, from: number, images: number, lanes: number) {
  const { values: filled } = fillBlock(createKernels(), feeder, examples, { from, images, features, lanes });
  return (feature: number, lane: number) =>
    filled.kind === 'bits'
      ? ((filled.row(feature)[lane >>> 5] ?? 0) >>> (lane & 31)) & 1
      : filled.view[feature * filled.stride + lane];
}

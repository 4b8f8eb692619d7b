import { createKernels } from '@bitfront/kernels';
import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { stochastic } from '../random-input.fixture.ts';
import { binomialTable, drawSums } from './binomial-table.ts';
import { comparator, drawBits } from './comparator.ts';
import { openFeeder } from './open-feeder.ts';
import { wordStream } from './word-stream.ts';

const [features, count] = [45, 39];
const values = Uint8Array.from({ length: features * count }, (_, index) => (index * 101) % 256);
const examples = { count, values, labels: new Uint8Array(count) };
const random = (presentation: number) => randomStream('feed', presentation);

describe('openFeeder', () => {
  it('puts the integers of every image into its column', () => {
    const feeder = openFeeder({ kind: 'fixed-point', bits: 2 }, 255, random);
    const target = createKernels().arena.i32(features, 20);
    if (feeder.kind === 'integers') feeder.fill(target, examples, 19);
    for (let image = 0; image < 20; image++)
      for (let feature = 0; feature < features; feature++)
        expect(target.row(feature)[image]).toBe(2 * (values[(19 + image) * features + feature]! >> 6) - 3);
  });

  it('scales other ranges to 8 bits', () => {
    const feeder = openFeeder({ kind: 'fixed-point', bits: 8 }, 1, random);
    const target = createKernels().arena.i32(2, 1);
    const binary = { count: 1, values: Uint8Array.of(0, 1), labels: new Uint8Array(1) };
    if (feeder.kind === 'integers') feeder.fill(target, binary, 0);
    expect([target.row(0)[0], target.row(1)[0]]).toEqual([-255, 255]);
  });

  it.each([1, 16, 39])('draws sums image after image, whatever the blocks of %i images', (block) => {
    const feeder = openFeeder(stochastic(9, 'first-layer'), 255, random);
    const expected = new Int32Array(features * count);
    drawSums(binomialTable(9, 255), wordStream(random(0), 4096), values, 0, expected);
    const { arena } = createKernels();
    for (let from = 0; from < count; from += block) {
      const target = arena.i32(features, Math.min(block, count - from));
      if (feeder.kind === 'integers') feeder.fill(target, examples, from);
      for (let image = 0; image < target.columns; image++)
        for (let feature = 0; feature < features; feature++)
          expect(target.row(feature)[image]).toBe(expected[(from + image) * features + feature]);
    }
  });

  it('takes every presentation from its own stream, presentations of an image in neighbouring rows', () => {
    const feeder = openFeeder(stochastic(3, 'vote'), 255, random);
    const target = createKernels().arena.bits(3 * count, features);
    if (feeder.kind === 'bits') feeder.fill(target, examples, 0);
    for (let presentation = 0; presentation < 3; presentation++) {
      const source = comparator(255, wordStream(random(presentation), 256));
      for (let image = 0; image < count; image++) {
        const words = [0, 32].map(
          (base) => drawBits(source, values, image * features + base, base === 0 ? 32 : 13) >>> 0,
        );
        expect([...target.row(3 * image + presentation)]).toEqual(words);
      }
    }
  });
});

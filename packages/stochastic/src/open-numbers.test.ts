import type { GeneratorSource } from '@bitfront/core';
import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { drawsStarts, openNumbers } from './open-numbers.ts';
import { generatorSource, sharings } from './sources.fixture.ts';

const kinds = ['lfsr', 'sobol', 'van-der-corput'] as const;
const sources = kinds.flatMap((kind) =>
  sharings.map((sharing) => generatorSource({ kind, sharing, bits: 8 })),
);
const open = (source: GeneratorSource, pixels = 20) => openNumbers(source, pixels, randomStream('open'));

describe.each(sources)('$kind, $sharing', (source) => {
  it('brings every number of its range once in a period, in every lane', () => {
    const numbers = open(source);
    const now = new Uint32Array(numbers.lanes);
    const seen = Array.from({ length: numbers.lanes }, () => new Set<number>());
    for (let step = 0; step < numbers.period; step++) {
      numbers.next(now);
      for (const [lane, number] of now.entries()) seen[lane]?.add(number);
    }
    const first = source.kind === 'lfsr' ? 1 : 0;
    for (const lane of seen)
      expect([Math.min(...lane), Math.max(...lane), lane.size]).toEqual([first, 255, 256 - first]);
    expect(numbers.period).toBe(256 - first);
  });

  it('is at any step where steps one by one lead to, beyond its period too', () => {
    const [walking, jumping] = [open(source), open(source)];
    const [now, then] = [new Uint32Array(walking.lanes), new Uint32Array(walking.lanes)];
    for (let step = 0; step < 600; step++) {
      walking.next(now);
      if (step % 7 !== 0) continue;
      jumping.seek(step);
      jumping.next(then);
      expect(then).toEqual(now);
    }
  });

  it('has as many lanes as pixels see different numbers', () => {
    expect(open(source).lanes).toBe({ independent: 20, shared: 1, rotated: 8 }[source.sharing]);
  });
});

describe('wide generators', () => {
  it.each(kinds)('%s of 32 bits jumps as it walks', (kind) => {
    const source = generatorSource({ kind, sharing: 'rotated', bits: 32 });
    const [walking, jumping] = [open(source), open(source)];
    const [now, then] = [new Uint32Array(32), new Uint32Array(32)];
    // Close to the end of the period, so that it wraps.
    walking.seek(walking.period - 5);
    for (let step = -5; step < 20; step++) {
      walking.next(now);
      jumping.seek(step + walking.period);
      jumping.next(then);
      expect(then).toEqual(now);
    }
  });
});

describe('sharing', () => {
  it('gives the pixels of own shift registers own starts: not one number for all', () => {
    const numbers = open(generatorSource({ kind: 'lfsr', sharing: 'independent', bits: 8 }), 784);
    const now = new Uint32Array(784);
    numbers.next(now);
    // 784 draws of 255 values leave 255 · (254/255)^784 ≈ 12 of them out.
    expect(new Set(now).size).toBeGreaterThan(220);
  });

  it('rotates to the left: 10000001 becomes 00000011, then 00000110', () => {
    const numbers = open(generatorSource({ kind: 'van-der-corput', sharing: 'rotated', bits: 8 }));
    const now = new Uint32Array(8);
    // Step 129 is 10000001, which is the same in reverse.
    numbers.seek(129);
    numbers.next(now);
    expect([...now.subarray(0, 3)]).toEqual([0b1000_0001, 0b0000_0011, 0b0000_0110]);
  });

  it('counts 0, 1/2, 1/4, 3/4, 1/8 in reversed bits', () => {
    const numbers = open(generatorSource({ kind: 'van-der-corput', sharing: 'shared', bits: 5 }));
    const now = new Uint32Array(1);
    const seen = Array.from({ length: 5 }, () => {
      numbers.next(now);
      return now[0];
    });
    expect(seen).toEqual([0, 16, 8, 24, 4]);
  });

  it('draws only what a designer chooses', () => {
    const drawn = sources.filter(drawsStarts).map(({ kind, sharing }) => `${kind} ${sharing}`);
    expect(drawn).toEqual(['lfsr independent', 'lfsr shared', 'lfsr rotated', 'van-der-corput independent']);
    for (const source of sources) {
      const first = (key: string) => {
        const now = new Uint32Array(20);
        openNumbers(source, 20, randomStream(key)).next(now);
        return now.join();
      };
      expect(first('a') !== first('b')).toBe(drawsStarts(source));
    }
  });

  it('refuses more pixels than there are Sobol dimensions', () => {
    const source = generatorSource({ kind: 'sobol', sharing: 'independent', bits: 8 });
    expect(open(source, 3072).lanes).toBe(3072);
    expect(() => open(source, 3073)).toThrow(/"sharing" cannot be independent.*3073/s);
  });
});

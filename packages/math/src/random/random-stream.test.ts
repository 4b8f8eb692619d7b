import { describe, expect, it } from 'vitest';
import { keyBytes } from './key-bytes.ts';
import { murmur3 } from './murmur3.ts';
import { randomStream, streamOfState } from './random-stream.ts';

describe('murmur3', () => {
  it('has the verification value that SMHasher publishes for MurmurHash3_x86_128', () => {
    const hashes = new Uint8Array(256 * 16);
    for (let length = 0; length < 256; length++) {
      const key = Uint8Array.from({ length }, (_, i) => i);
      hashes.set(littleEndian(murmur3(key, 256 - length)), 16 * length);
    }
    expect(murmur3(hashes, 0)[0]).toBe(0xb3ece62a);
  });
});

describe('keyBytes', () => {
  it('tells keys apart that look alike when joined', () => {
    const keys = [
      ['ab', 'c'],
      ['a', 'bc'],
      ['abc'],
      ['a', 'b', 'c'],
      ['1'],
      [1],
      ['1', ''],
      [1, ''],
      [],
      [''],
      [NaN],
    ];
    const texts = keys.map((key) => keyBytes(key).join());
    expect(new Set(texts).size).toBe(keys.length);
    expect(keyBytes([-0])).toEqual(keyBytes([0]));
  });
});

describe('xoshiro128**', () => {
  it('gives the reference sequence from state 1, 2, 3, 4', () => {
    // The published C text, run in exact integer arithmetic.
    const stream = streamOfState(Uint32Array.of(1, 2, 3, 4));
    expect(Array.from({ length: 7 }, stream.uint32)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034,
    ]);
  });

  it('does not stick at zero', () => {
    const stream = streamOfState(new Uint32Array(4));
    expect(Array.from({ length: 20 }, stream.uint32).some((word) => word !== 0)).toBe(true);
  });
});

describe('randomStream', () => {
  it('never changes: golden words and draws', () => {
    const stream = randomStream('1', 'faults', 3);
    expect([stream.uint32(), stream.uint32(), stream.uniform(), stream.integer(10), stream.normal()]).toEqual(
      [882652182, 2518795299, 0.22014204358369094, 2, 0.1269521041606287],
    );
  });

  it('depends on every part of the key and on nothing else', () => {
    const first = (...key: (string | number)[]) => randomStream('s', ...key).uniform();
    expect(first('a', 1)).toBe(first('a', 1));
    const seen = new Set<number>();
    for (let repeat = 0; repeat < 1000; repeat++)
      for (const name of ['a', 'b']) seen.add(first(name, repeat));
    expect(seen.size).toBe(2000);
    expect(randomStream('t', 'a', 1).uniform()).not.toBe(first('a', 1));
  });

  it('streams of neighbouring keys are uncorrelated', () => {
    const n = 20_000;
    let products = 0;
    for (let key = 0; key < n; key++) {
      products += (randomStream('s', key).uniform() - 0.5) * (randomStream('s', key + 1).uniform() - 0.5);
    }
    // Standard deviation of one product 1/12.
    expect(Math.abs((12 * products) / Math.sqrt(n))).toBeLessThan(4);
  });

  it('uniform numbers fill 256 cells evenly', () => {
    const values = new Float64Array(256_000);
    randomStream('chi').fillUniform(values);
    const cells = new Array<number>(256).fill(0);
    for (const value of values) cells[Math.floor(value * 256)] = (cells[Math.floor(value * 256)] ?? 0) + 1;
    expect(chiSquare(cells, 1000)).toBeGreaterThan(255 - 4 * Math.sqrt(510));
    expect(chiSquare(cells, 1000)).toBeLessThan(255 + 4 * Math.sqrt(510));
  });

  it('every bit of a word and of a uniform is fair', () => {
    const stream = randomStream('bits');
    const n = 20_000;
    const ones = new Array<number>(32).fill(0);
    let lastBits = 0;
    for (let i = 0; i < n; i++) {
      const word = stream.uint32();
      for (let bit = 0; bit < 32; bit++) ones[bit] = (ones[bit] ?? 0) + ((word >>> bit) & 1);
      lastBits += (stream.uniform() * 2 ** 53) % 2;
    }
    for (const count of [...ones, lastBits])
      expect(Math.abs(count - n / 2) / Math.sqrt(n / 4)).toBeLessThan(4.5);
  });

  it('uniform stays in [0, 1), uniformOpen in (0, 1), at the extreme words too', () => {
    const stream = randomStream('range');
    for (let i = 0; i < 10_000; i++) {
      const closed = stream.uniform();
      const open = stream.uniformOpen();
      expect(closed >= 0 && closed < 1 && open > 0 && open < 1).toBe(true);
    }
    // The largest 52-bit integer plus a half is still exact, hence below 1.
    expect((2 ** 52 - 1 + 0.5) / 2 ** 52).toBeLessThan(1);
  });

  it('integers are unbiased where a plain remainder is not', () => {
    // Words modulo 3 * 2^30 fall below 2^30 half of the time; an unbiased draw one third.
    const stream = randomStream('integer');
    const n = 30_000;
    let small = 0;
    for (let i = 0; i < n; i++) if (stream.integer(3 * 2 ** 30) < 2 ** 30) small++;
    expect(Math.abs(small / n - 1 / 3)).toBeLessThan(0.012);
    const wide = Array.from({ length: 100 }, () => stream.integer(2 ** 53));
    expect(Math.max(...wide)).toBeGreaterThan(2 ** 52);
    expect(stream.integer(1)).toBe(0);
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 54])('refuses integer(%s)', (below) => {
    expect(() => randomStream('x').integer(below)).toThrow(
      expect.objectContaining({ code: 'NUMBER_INVALID' }),
    );
  });

  it('fills as the single draws do', () => {
    const [a, b] = [randomStream('fill'), randomStream('fill')];
    const words = new Uint32Array(7);
    const numbers = new Float64Array(5);
    a.fillUint32(words);
    a.fillUniform(numbers);
    expect([...words]).toEqual(Array.from({ length: 7 }, b.uint32));
    expect([...numbers]).toEqual(Array.from({ length: 5 }, b.uniform));
  });

  it('normal numbers have the right mean, variance and tails', () => {
    const stream = randomStream('normal');
    const n = 50_000;
    let [total, squares, beyond] = [0, 0, 0];
    for (let i = 0; i < n; i++) {
      const z = stream.normal();
      total += z;
      squares += z * z;
      if (Math.abs(z) > 1.959963984540054) beyond++;
    }
    expect(Math.abs(total / Math.sqrt(n))).toBeLessThan(4);
    expect(Math.abs((squares - n) / Math.sqrt(2 * n))).toBeLessThan(4);
    expect(Math.abs(beyond / n - 0.05)).toBeLessThan(0.004);
  });

  it('shuffles every order equally often, arrays and typed arrays alike', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 24_000; i++) {
      const order = randomStream('shuffle', i).shuffle([0, 1, 2, 3]).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(chiSquare([...counts.values()], 1000)).toBeLessThan(23 + 4 * Math.sqrt(46));
    expect([...randomStream('s').shuffle(Uint8Array.of(0, 1, 2, 3, 4))]).toEqual(
      randomStream('s').shuffle([0, 1, 2, 3, 4]),
    );
  });
});

function chiSquare(counts: readonly number[], expected: number): number {
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function littleEndian(words: Uint32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * words.length));
  words.forEach((word, i) => {
    view.setUint32(4 * i, word, true);
  });
  return new Uint8Array(view.buffer);
}

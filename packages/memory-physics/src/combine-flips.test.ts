import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import { combineFlips } from './combine-flips.ts';
import { expectWithinThree } from './within-deviations.fixture.ts';

const first = { plusToMinus: 0.1, minusToPlus: 0.3 };
const second = { plusToMinus: 0.2, minusToPlus: 0.05 };

describe('combineFlips', () => {
  it('has the values computed by hand', () => {
    const both = combineFlips(first, second);
    // 0.1 · 0.95 + 0.9 · 0.2 and 0.3 · 0.8 + 0.7 · 0.05.
    expect(both.plusToMinus).toBeCloseTo(0.275, 14);
    expect(both.minusToPlus).toBeCloseTo(0.275, 14);
  });

  it('is p + q - 2pq where both strike both ways alike', () => {
    const both = combineFlips(
      { plusToMinus: 0.01, minusToPlus: 0.01 },
      { plusToMinus: 0.2, minusToPlus: 0.2 },
    );
    expect(both.plusToMinus).toBeCloseTo(0.206, 14);
    expect(both.minusToPlus).toBe(both.plusToMinus);
  });

  it('leaves every bit as it is where one of them never strikes', () => {
    const none = { plusToMinus: 0, minusToPlus: 0 };
    for (const p of [0, 1e-300, 1e-9, 0.3, 1 / 3, 1]) {
      const some = { plusToMinus: p, minusToPlus: 1 - p };
      expect(combineFlips(some, none)).toEqual(some);
      expect(combineFlips(none, some)).toEqual(some);
    }
  });

  it('stays a probability, and is associative', () => {
    const stream = randomStream('1', 'triples');
    const draw = () => ({ plusToMinus: stream.uniform(), minusToPlus: stream.uniform() });
    for (let trial = 0; trial < 500; trial++) {
      const [a, b, c] = [draw(), draw(), draw()];
      const left = combineFlips(combineFlips(a, b), c);
      const right = combineFlips(a, combineFlips(b, c));
      for (const name of ['plusToMinus', 'minusToPlus'] as const) {
        expect(left[name]).toBeCloseTo(right[name], 14);
        expect(left[name] >= 0 && left[name] <= 1).toBe(true);
      }
    }
  });

  it('agrees with 200,000 bits that are struck twice', () => {
    const stream = randomStream('1', 'bits');
    const strike = (bit: boolean, { plusToMinus, minusToPlus }: typeof first) =>
      stream.uniform() < (bit ? plusToMinus : minusToPlus) ? !bit : bit;
    const [a, b] = [
      { plusToMinus: 0.1, minusToPlus: 0.02 },
      { plusToMinus: 0.03, minusToPlus: 0.4 },
    ];
    const both = combineFlips(a, b);
    for (const [bit, rate] of [
      [true, both.plusToMinus],
      [false, both.minusToPlus],
    ] as const) {
      let hits = 0;
      for (let draw = 0; draw < 100_000; draw++) if (strike(strike(bit, a), b) !== bit) hits++;
      expectWithinThree(rate, hits, 100_000);
    }
  });

  it.each([-0.1, 1.5, Number.NaN])('refuses a probability of %f', (plusToMinus) => {
    expect(() => combineFlips({ plusToMinus, minusToPlus: 0 }, second)).toThrow(/"plusToMinus" cannot be/);
  });
});

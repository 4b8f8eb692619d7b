import { randomStream } from '@bitfront/math';
import { describe, expect, it } from 'vitest';
import type { LinearCode } from '../code/linear-code.ts';
import { secCode } from '../code/sec-code.ts';
import { secdedCode } from '../code/secded-code.ts';
import { dualTerms } from './dual-terms.ts';
import { jointResidual } from './joint-residual.ts';
import { drawn, enumerated, inManyDigits } from './oracles.fixture.ts';
import { residualFlips } from './residual-flips.ts';
import { syndromeResidual } from './syndrome-residual.ts';

const both = (p: number) => ({ plusToMinus: p, minusToPlus: p });
const residual = (code: LinearCode, p: number) => residualFlips(code, both(p)).plusToMinus;
const small = [1, 2, 3, 4].flatMap((dataBits) => [secCode(dataBits), secdedCode(dataBits)]);

function expectClose(value: number, expected: number, tolerance: number): void {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(tolerance * Math.abs(expected));
}

describe('published and hand-made values', () => {
  it('secded(8,4) and sec(7,4), by enumeration of the group that stated them', () => {
    expect(residual(secdedCode(4), 1e-2)).toBeCloseTo(6.9e-4, 5);
    expect(residual(secCode(4), 1e-2)).toBeCloseTo(8.7e-4, 5);
    expect(residual(secdedCode(4), 1e-4)).toBeCloseTo(7.0e-8, 9);
    expect(residual(secCode(4), 1e-4)).toBeCloseTo(9.0e-8, 9);
  });
  it('repetition: sec(3,1) is 3p² − 2p³, and secded(4,1) 3p²(1 − p)² + 4p³(1 − p) + p⁴', () => {
    for (const p of [1e-12, 1e-8, 1e-4, 0.01, 0.3, 0.5]) {
      expectClose(residual(secCode(1), p), p * p * (3 - 2 * p), 1e-12);
      // Two wrong of four are left as read: the data bit is one of them in 3 of 6 cases.
      const [q2, q] = [(1 - p) * (1 - p), 1 - p];
      expectClose(residual(secdedCode(1), p), 3 * p * p * q2 + 4 * p * p * p * q + p * p * p * p, 1e-12);
    }
  });
  it('secded of n bits leaves (n − 1)·p² of rare errors; sec(7,4) leaves 9·p²', () => {
    for (const p of [1e-12, 1e-10, 1e-8]) {
      expectClose(residual(secdedCode(4), p) / (p * p), 7, 1e-6);
      expectClose(residual(secdedCode(64), p) / (p * p), 71, 1e-5);
      expectClose(residual(secdedCode(1024), p) / (p * p), 1035, 1e-4);
      expectClose(residual(secCode(4), p) / (p * p), 9, 1e-6);
    }
  });
  it('nothing in, nothing out; and 1/2 stays 1/2', () => {
    for (const code of [...small, secdedCode(64)]) {
      expect(residual(code, 0)).toBe(0);
      expectClose(residual(code, 0.5), 0.5, 1e-12);
    }
  });
});

describe('against 200 digits', () => {
  it.each([secdedCode(4), secCode(4), secdedCode(32), secCode(58), secdedCode(64)])('$name', (code) => {
    const points = [
      [1, 12],
      [3, 9],
      [1, 8],
      [1, 4],
      [1, 2],
      [1, 1],
      [3, 1],
      [5, 1],
    ] as const;
    for (const [mantissa, exponent] of points) {
      const p = Number(`${mantissa}e-${exponent}`);
      expectClose(residual(code, p), inManyDigits(code, mantissa, exponent), 1e-11);
    }
  });
});

describe('against all patterns of all codewords', () => {
  it.each(small)('$name, each direction on its own', (code) => {
    for (const [plusToMinus, minusToPlus] of [
      [0.1, 0.1],
      [0.1, 0.02],
      [1e-6, 0.3],
      [0.2, 0],
      [0, 1e-5],
      [0.9, 0.4],
      [1, 0],
    ] as const) {
      const expected = enumerated(code, { plusToMinus, minusToPlus });
      const found = residualFlips(code, { plusToMinus, minusToPlus });
      expectClose(found.plusToMinus, expected.plusToMinus, 1e-12);
      expectClose(found.minusToPlus, expected.minusToPlus, 1e-12);
    }
  });
  it('secded(8,4) never makes a +1 of a −1 where only +1 can be lost: its dual is itself', () => {
    expect(residualFlips(secdedCode(4), { plusToMinus: 0.1, minusToPlus: 0 }).minusToPlus).toBe(0);
  });
});

describe('the two ways for unequal flips', () => {
  // Shortened just past a power of two, a check bit copies one data bit: a dual codeword of weight 2.
  it.each([4, 11, 12, 26, 27, 57].flatMap((bits) => [secCode(bits), secdedCode(Math.min(bits, 26))]))(
    '$name: terms of dual codewords give what joint states give',
    (code) => {
      for (const [plusToMinus, minusToPlus] of [
        [1e-4, 3e-5],
        [0.01, 0.03],
        [0.3, 0.1],
        [0.5, 0],
        [1, 0.2],
      ] as const) {
        const flips = { plusToMinus, minusToPlus };
        const joint = jointResidual(code, flips);
        const dual = syndromeResidual(code, flips, dualTerms(code, flips));
        expectClose(dual.plusToMinus, joint.plusToMinus, 1e-8);
        expectClose(dual.minusToPlus, joint.minusToPlus, 1e-8);
      }
    },
  );
  // Seven and eight check bits, rare and one-sided flips: joint states, slower, never subtract.
  it.each([secCode(58), secCode(120), secCode(121), secdedCode(64)])(
    '$name: to 1e-7, however rare or one-sided the flips',
    (code) => {
      for (const [plusToMinus, minusToPlus] of [
        [1e-12, 0],
        [0, 1e-8],
        [1e-8, 3e-9],
        [1e-4, 1e-6],
        [0.01, 0],
        [0.9, 0.2],
      ] as const) {
        const joint = jointResidual(code, { plusToMinus, minusToPlus });
        const found = residualFlips(code, { plusToMinus, minusToPlus });
        expectClose(found.plusToMinus, joint.plusToMinus, 1e-7);
        expectClose(found.minusToPlus, joint.minusToPlus, 1e-7);
      }
    },
  );
  it('meet where flips are nearly equal, with 1024 data bits', () => {
    for (const code of [secCode(1024), secdedCode(1024)]) {
      const equal = residual(code, 1e-4);
      const nearly = residualFlips(code, { plusToMinus: 1e-4, minusToPlus: 1e-4 * (1 - 1e-9) });
      expectClose(nearly.plusToMinus, equal, 1e-8);
      expectClose(nearly.minusToPlus, equal, 1e-8);
    }
  });
  it('leave every bit that is stuck at −1 wrong half of the time', () => {
    for (const code of [...small, secCode(58), secdedCode(64)])
      expect(residualFlips(code, { plusToMinus: 1, minusToPlus: 0 })).toEqual({
        plusToMinus: expect.closeTo(1, 9),
        minusToPlus: expect.closeTo(0, 9),
      });
  });
});

describe('against random words through the real decoder', () => {
  it.each([
    [secdedCode(64), 0.01, 0.01],
    [secdedCode(64), 0.02, 0.005],
    [secdedCode(4), 0.05, 0.01],
    [secCode(58), 0.02, 0.01],
    [secCode(120), 0.01, 0],
  ] as const)('%#: within 3 σ', (code, plusToMinus, minusToPlus) => {
    const flips = { plusToMinus, minusToPlus };
    const exact = residualFlips(code, flips);
    const trial = drawn(code, flips, 10_000, randomStream('1', code.name, plusToMinus));
    for (const name of ['plusToMinus', 'minusToPlus'] as const) {
      const { mean, sigma } = trial[name];
      expect(Math.abs(mean - exact[name])).toBeLessThan(3 * sigma);
    }
  });
});

describe('over the whole range', () => {
  it('stays a probability, rises with the raw errors, and helps where they are rare', () => {
    for (const code of [secCode(4), secdedCode(4), secdedCode(64), secCode(200)]) {
      let before = 0;
      for (const p of [1e-12, 1e-9, 1e-6, 1e-4, 1e-3, 3e-3, 0.01, 0.03, 0.1, 0.2, 0.3, 0.4, 0.5]) {
        const now = residual(code, p);
        expect(now).toBeGreaterThan(before);
        expect(now).toBeLessThanOrEqual(1);
        if (p <= 1e-3) expect(now).toBeLessThan(p);
        before = now;
      }
    }
  });
  it('treats both directions alike where the code holds the word of ones: changing places changes places', () => {
    for (const code of [secCode(4), secdedCode(4), secCode(26), secCode(120)]) {
      const there = residualFlips(code, { plusToMinus: 0.01, minusToPlus: 0.03 });
      const back = residualFlips(code, { plusToMinus: 0.03, minusToPlus: 0.01 });
      expectClose(there.plusToMinus, back.minusToPlus, 1e-9);
      expectClose(there.minusToPlus, back.plusToMinus, 1e-9);
    }
  });
  it.each([-0.1, 1.1, Number.NaN])('refuses a probability of %s and names it', (value) => {
    expect(() => residualFlips(secCode(4), { plusToMinus: value, minusToPlus: 0 })).toThrow(/plusToMinus/);
    expect(() => residualFlips(secCode(4), { plusToMinus: 0, minusToPlus: value })).toThrow(/minusToPlus/);
  });
});

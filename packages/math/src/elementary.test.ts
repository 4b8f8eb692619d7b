import { describe, expect, it } from 'vitest';
import { erf, erfc } from './erf.ts';
import { exp } from './exp.ts';
import { expm1 } from './expm1.ts';
import golden from './golden.json' with { type: 'json' };
import { log } from './log.ts';
import { log1p } from './log1p.ts';
import { log2 } from './log2.ts';
import { log10 } from './log10.ts';
import { normalQuantile } from './normal-quantile.ts';
import { normalTail } from './normal-tail.ts';
import { pow } from './pow.ts';

// golden.json: arguments and the correctly rounded result, computed with mpmath 1.3 at 80 to 400 digits.
describe.each([
  ['exp', exp, 1],
  ['expm1', expm1, 1],
  ['log', log, 0],
  ['log2', log2, 0],
  ['log10', log10, 0],
  ['log1p', log1p, 0],
  ['erf', erf, 1],
  ['erfc', erfc, 4],
  ['normalTail', normalTail, 4],
  ['normalQuantile', normalQuantile, 4],
] as const)('%s', (name, ours, allowed) => {
  it(`is within ${allowed} ulp of the golden values`, () => {
    const worst = Math.max(...golden[name].map(([x = 0, wanted = 0]) => ulps(ours(x), wanted)));
    expect(golden[name].length).toBeGreaterThan(50);
    expect(worst).toBeLessThanOrEqual(allowed);
  });

  it('passes NaN on', () => {
    expect(ours(Number.NaN)).toBeNaN();
  });
});

it('erfc keeps 1e-12 relative in the far tail', () => {
  const tail = golden.erfc.filter(([x = 0]) => x > 5);
  for (const [x = 0, wanted = 0] of tail) expect(Math.abs(erfc(x) / wanted - 1)).toBeLessThan(1e-15);
  expect(erfc(26)).toBeCloseTo(5.663192408856143e-296, 305);
});

describe('pow', () => {
  it('gives the golden values exactly', () => {
    for (const [x = 0, y = 0, wanted] of golden.pow) expect([x, y, pow(x, y)]).toEqual([x, y, wanted]);
  });

  it('treats special cases as ECMAScript does', () => {
    const special = [
      0,
      -0,
      1,
      -1,
      2,
      -2,
      0.5,
      -0.5,
      3,
      2.5,
      Infinity,
      -Infinity,
      NaN,
      1e300,
      -1e-300,
      2 ** 53,
    ];
    for (const x of special) {
      for (const y of special) {
        const wanted = x ** y;
        if (Number.isFinite(wanted) && wanted !== 0) expect(ulps(pow(x, y), wanted)).toBeLessThanOrEqual(1);
        else expect([x, y, pow(x, y)]).toEqual([x, y, wanted]);
      }
    }
  });

  it('is exact for representable powers of integers', () => {
    for (let base = 2; base <= 100; base++) {
      let power = 1;
      for (let n = 1; power * base <= Number.MAX_SAFE_INTEGER; n++) {
        power *= base;
        expect(pow(base, n)).toBe(power);
      }
    }
  });
});

it('exact points are exact', () => {
  for (let k = -1074; k <= 1023; k++) expect(log2(pow(2, k))).toBe(k);
  for (let k = 0; k <= 22; k++) expect(log10(Number(`1e${k}`))).toBe(k);
  expect([exp(0), log(1), expm1(0), log1p(0), erf(0), erfc(0)]).toEqual([1, 0, 0, 0, 0, 1]);
  expect([normalTail(0), normalQuantile(0.5)]).toEqual([0.5, 0]);
  expect(Object.is(expm1(-0), -0) && Object.is(log1p(-0), -0) && Object.is(erf(-0), -0)).toBe(true);
});

it('ends of the range', () => {
  expect([exp(709.8), exp(-746), exp(Infinity), exp(-Infinity)]).toEqual([Infinity, 0, Infinity, 0]);
  expect([log(0), log(-0), log(Infinity), log(-1)]).toEqual([-Infinity, -Infinity, Infinity, NaN]);
  expect([log1p(-1), log1p(-1.5), log1p(Infinity)]).toEqual([-Infinity, NaN, Infinity]);
  expect([expm1(-Infinity), expm1(Infinity), expm1(720)]).toEqual([-1, Infinity, Infinity]);
  expect([erf(Infinity), erf(-Infinity), erfc(Infinity), erfc(-Infinity)]).toEqual([1, -1, 0, 2]);
  expect([normalTail(Infinity), normalTail(-Infinity)]).toEqual([0, 1]);
  expect([normalQuantile(0), normalQuantile(1), normalQuantile(-0.1)]).toEqual([-Infinity, Infinity, NaN]);
});

// A wrong reduction shows as a jump, which random golden points could miss.
it.each([
  ['exp', exp, Math.exp, -700, 700],
  ['expm1', expm1, Math.expm1, -2, 2],
  ['log', log, Math.log, 1e-3, 5],
  ['log2', log2, Math.log2, 1e-3, 5],
  ['log10', log10, Math.log10, 1e-3, 5],
  ['log1p', log1p, Math.log1p, -0.99, 5],
] as const)('%s stays within 2 ulp of the engine over a fine grid', (_name, ours, engine, from, to) => {
  let worst = 0;
  for (let i = 0; i <= 20_000; i++) {
    const x = from + ((to - from) * i) / 20_000;
    worst = Math.max(worst, ulps(ours(x), engine(x)));
  }
  expect(worst).toBeLessThanOrEqual(2);
});

it('the normal quantile inverts the tail', () => {
  for (let q = 1e-300; q < 0.5; q *= 7.3)
    expect(Math.abs(normalTail(-normalQuantile(q)) / q - 1)).toBeLessThan(1e-12);
});

/** Distance in units in the last place; 0 for equal values and for two NaNs. */
function ulps(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0;
  const difference = Number(order(a) - order(b));
  return Number.isNaN(a) || Number.isNaN(b) ? Number.POSITIVE_INFINITY : Math.abs(difference);
}

function order(x: number): bigint {
  const bits = new BigInt64Array(new Float64Array([x]).buffer)[0] ?? 0n;
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

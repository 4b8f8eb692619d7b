import { describe, expect, it } from 'vitest';
import { generatorSource, sharings } from '../sources.fixture.ts';
import { streamCorrelation } from './stream-correlation.ts';
import { streamStatistics } from './stream-statistics.ts';

const pair = (x: string, y: string) => {
  const ones = (text: string) => [...text].filter((bit) => bit === '1').length;
  const both = [...x].filter((bit, at) => bit === '1' && y[at] === '1').length;
  return { steps: x.length, onesX: ones(x), onesY: ones(y), both };
};

describe('streamCorrelation', () => {
  it.each([
    ['11110000', '11110000', 1],
    ['11110000', '11000000', 1],
    ['11110000', '00001111', -1],
    ['11110000', '11001100', 0],
    // p = 6/8 and 5/8: 4 ones in common against 30/8; at most 5: (4 − 3.75) / (5 − 3.75).
    ['11111100', '11110001', 0.2],
    // 3 in common: (3 − 3.75) / (3.75 − 3).
    ['11111100', '11100011', -1],
    // p = 1/2 and 1/2 of 8, one in common: (1 − 2) / (2 − 0).
    ['11110000', '10001110', -0.5],
  ])('%s and %s: %d', (x, y, scc) => {
    expect(streamCorrelation(pair(x, y))).toBeCloseTo(scc, 12);
    expect(streamCorrelation(pair(y, x))).toBeCloseTo(scc, 12);
  });

  it.each(['00000000', '11111111'])('is not defined for the constant stream %s', (constant) => {
    expect(streamCorrelation(pair(constant, '11110000'))).toBeUndefined();
    expect(streamCorrelation(pair('11110000', constant))).toBeUndefined();
  });
});

describe('streamStatistics', () => {
  const kinds = ['lfsr', 'sobol', 'van-der-corput'] as const;
  it.each(kinds)('finds streams of one shared number fully correlated: %s', (kind) => {
    const { scc, sccSize } = streamStatistics(generatorSource({ kind, sharing: 'shared', bits: 8 }), 4);
    expect([scc, sccSize]).toEqual([1, 1]);
  });

  it('finds counters that differ in their start alone as closely related: its last bit is the first of the number', () => {
    const own = generatorSource({ kind: 'van-der-corput', sharing: 'independent', bits: 8 });
    expect(streamStatistics(own, 4).sccSize).toBeGreaterThan(0.8);
  });

  it.each(['lfsr', 'sobol'] as const)('finds less of it between own generators: %s', (kind) => {
    const own = streamStatistics(generatorSource({ kind, sharing: 'independent', bits: 8 }), 4);
    expect(own.sccSize).toBeLessThan(0.35);
    expect(Math.abs(own.scc ?? 1)).toBeLessThan(0.1);
  });

  it('is the closed form for independent draws: mean of v(255 − v) / 255² over 8, 24 … 248', () => {
    // Σ v = 2048, Σ v² = 16·128² + 16²·(16³ − 16)/12 = 349 184; (255·2048 − 349 184) / (16·255²) = 0.16634…
    const { rmsError, ...zero } = streamStatistics({ kind: 'independent' }, 4);
    expect(rmsError).toBeCloseTo(Math.sqrt((255 * 2048 - 349_184) / (16 * 255 * 255) / 4), 12);
    expect(zero).toEqual({ scc: 0, sccSize: 0, bias: 0 });
  });

  it.each(sharings)(
    'has the error of independent draws at T = 1 for an 8-bit shift register, %s',
    (sharing) => {
      const { rmsError, bias } = streamStatistics(generatorSource({ kind: 'lfsr', sharing, bits: 8 }), 1);
      const ideal = streamStatistics({ kind: 'independent' }, 1).rmsError;
      expect(Math.abs(rmsError / ideal - 1)).toBeLessThan(0.02);
      expect(Math.abs(bias)).toBeLessThan(0.01);
    },
  );

  it('has half the error or less of independent draws for 16 Sobol points', () => {
    const sobol = streamStatistics(generatorSource({ kind: 'sobol', sharing: 'independent', bits: 8 }), 16);
    expect(sobol.rmsError).toBeLessThan(0.5 * streamStatistics({ kind: 'independent' }, 16).rmsError);
  });

  it('sees what a counter does that starts anew: its first number is 0, and every grey is white', () => {
    const source = generatorSource({
      kind: 'van-der-corput',
      sharing: 'shared',
      bits: 8,
      betweenImages: 'restarts',
    });
    // Mean of 1 − v / 255; and streams of one bit have no correlation.
    expect(streamStatistics(source, 1).bias).toBeCloseTo(1 - 128 / 255, 12);
    expect(streamStatistics(source, 1).scc).toBeUndefined();
    expect(streamStatistics({ ...source, betweenImages: 'runs-on' }, 1).bias).toBeCloseTo(0, 2);
  });
});

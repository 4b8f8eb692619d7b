import { describe, expect, it } from 'vitest';
import cost from './cost-crossbar.ts';
import { refuseCombination } from './refuse-combination.ts';

const flash = { sensing: 'flash-adc', adcBits: 5, rowsInParallel: 0 } as const;
const stage = (plugin: string, parameters: object, capabilities = {}) => ({
  plugin,
  capabilities,
  parameters: { ...parameters },
});
const evaluated = (changed: object = {}) => ({
  evaluation: stage('evaluator-crossbar', { drive: 'unipolar', adcBits: 5, rowsInParallel: 0, ...changed }),
});

describe('one design is evaluated and priced', () => {
  it('accepts the same converters, and evaluators that know of none', () => {
    expect(refuseCombination(evaluated(), flash)).toBeUndefined();
    expect(refuseCombination(evaluated(), { ...flash, sensing: 'sar-adc' })).toBeUndefined();
    expect(refuseCombination({ evaluation: stage('evaluator-faulted', { repeats: 2 }) }, flash)).toBe(
      undefined,
    );
    expect(refuseCombination({}, flash)).toBeUndefined();
    const rowByRow = { ...flash, sensing: 'row-by-row' } as const;
    expect(refuseCombination(evaluated({ rowsInParallel: 1 }), rowByRow)).toBeUndefined();
  });

  it.each([
    [evaluated({ adcBits: 8 }), flash, 'Converters of 8 bits are evaluated, and of 5 bits priced'],
    [evaluated({ rowsInParallel: 16 }), flash, 'Groups of 16 rows are evaluated, and of all rows priced'],
    [evaluated({ drive: 'bipolar' }), flash, 'bipolar'],
    [evaluated(), { ...flash, sensing: 'row-by-row' } as const, 'Converters are evaluated, and amplifiers'],
    [{ memory: stage('ecc-sec', {}, { corrects: true }) }, flash, 'Error correction (ecc-sec)'],
    [{ memory: stage('x', { nodeNm: 22, writeVoltageV: 6 }) }, flash, '22 nm stand 5 V, not 6 V'],
  ])('refuses what differs %#', (above, reading, reason) => {
    expect(refuseCombination(above, reading)).toContain(reason);
  });

  it('is what the stage declares', () => {
    expect(cost.requires?.(evaluated({ adcBits: 8 }), { ...defaults(), ...flash })).toContain('8 bits');
  });
});

function defaults() {
  const values = Object.entries(cost.parameters).map(([name, parameter]) => [name, parameter.default]);
  return Object.fromEntries(values) as Parameters<NonNullable<typeof cost.requires>>[1];
}

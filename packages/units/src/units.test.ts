import { describe, expect, expectTypeOf, it } from 'vitest';
import { convert } from './convert.ts';
import { formatQuantity } from './format-quantity.ts';
import { unitOfName } from './unit-of-name.ts';
import { type UnitSuffix, unitSuffixes, units } from './unit-table.ts';

describe('unitOfName', () => {
  it.each([
    ['areaUm2', 'µm²'],
    ['energyPjPerInference', 'pJ per inference'],
    ['energyPjPerInference.popcount', 'pJ per inference'],
    ['energyPjPerArrayRead', 'pJ per array read'],
    ['currentDensityMaPerCm2', 'mA per cm²'],
    ['latencyNs', 'ns'],
    ['areaUm2.senseAmplifiers', 'µm²'],
    ['device.readEnergyFj', 'fJ'],
    ['nodeNm', 'nm'],
    ['supplyV', 'V'],
    ['resistanceOhm', 'Ω'],
    ['resistanceKohm', 'kΩ'],
    ['currentUa', 'µA'],
    ['powerNw', 'nW'],
    ['capacitanceFf', 'fF'],
    ['cellAreaF2', 'F²'],
    ['clockMhz', 'MHz'],
    ['flipFraction', ''],
  ])('%s is in "%s"', (name, symbol) => {
    expect(unitOfName(name)?.symbol).toBe(symbol);
  });

  it.each([
    'errorRate',
    'errorRateLow95',
    'testImages',
    'senseAmplifiers',
    'bitsPerCell',
    'nm',
    'V',
    '',
    'energyPjPer',
  ])('"%s" has none', (name) => {
    expect(unitOfName(name)).toBeUndefined();
  });

  it('finds every suffix of the vocabulary, and no suffix stands for two units', () => {
    for (const unit of units) expect(unitOfName(`some${unit.suffix}`)).toBe(unit);
    expect(new Set(unitSuffixes).size).toBe(unitSuffixes.length);
  });
});

describe('convert', () => {
  it('agrees with conversions done by hand, exactly', () => {
    expect(convert(1500, 'Fj', 'Pj')).toBe(1.5);
    expect(convert(0.3, 'Um2', 'Nm2')).toBe(300_000);
    expect(convert(7, 'Mm2', 'Um2')).toBe(7e6);
    expect(convert(2, 'Cm2', 'Mm2')).toBe(200);
    expect(convert(1, 'Mohm', 'Ohm')).toBe(1e6);
    expect(convert(12, 'Percent', 'Fraction')).toBe(0.12);
    expect(convert(3, 'Ghz', 'Hz')).toBe(3e9);
  });

  it('returns to the value within the whole vocabulary, and keeps it in its own unit', () => {
    for (const from of units) {
      for (const to of units.filter((unit) => unit.dimension === from.dimension)) {
        expect(convert(convert(0.7, from, to), to, from)).toBeCloseTo(0.7, 15);
      }
      expect(convert(0.1, from, from)).toBe(0.1);
    }
  });

  it('refuses other dimensions, other denominators and unknown suffixes', () => {
    expect(() => convert(1, 'Fj', 'Ns')).toThrow('A value in fJ cannot be converted to ns.');
    const perInference = unitOfName('energyPjPerInference');
    expect(perInference && (() => convert(1, perInference, 'Pj'))).toThrow(
      expect.objectContaining({ code: 'UNIT_MISMATCH' }),
    );
    expect(() => convert(1, 'fj' as UnitSuffix, 'Pj')).toThrow('Did you mean "Fj"?');
  });

  it('takes only suffixes that exist', () => {
    expectTypeOf<'Pj'>().toExtend<UnitSuffix>();
    expectTypeOf<'pJ'>().not.toExtend<UnitSuffix>();
  });
});

describe('formatQuantity', () => {
  it.each([
    [1234.5, 'Fj', '1.23 pJ'],
    [999.4, 'Fj', '999 fJ'],
    [999.6, 'Fj', '1.00 pJ'],
    [0, 'Pj', '0 pJ'],
    [-1500, 'Mv', '-1.50 V'],
    [22, 'Nm', '22.0 nm'],
    [0.0001, 'Um2', '100 nm²'],
    [5000, 'Um2', '5000 µm²'],
    [123456789, 'Um2', '123 mm²'],
    [0.5, 'Aj', '0.500 aJ'],
    [5e6, 'J', '5.00e+6 J'],
    [20_000, 'Ohm', '20.0 kΩ'],
    [0.012345, 'Fraction', '0.0123'],
    [1.5, 'Percent', '1.50%'],
    [300, 'K', '300 K'],
    [1234567, 'Cycles', '1234567 cycles'],
  ] as const)('%s %s is "%s"', (value, unit, text) => {
    expect(formatQuantity(value, unit)).toBe(text);
  });

  it('keeps the denominator', () => {
    const unit = unitOfName('energyPjPerInference');
    expect(unit && formatQuantity(12_345, unit)).toBe('12.3 nJ per inference');
  });

  it('refuses NaN', () => {
    expect(() => formatQuantity(Number.NaN, 'Pj')).toThrow(
      expect.objectContaining({ code: 'NUMBER_INVALID' }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { endsWithUnit, unitSuffix } from './unit-suffix.ts';

describe('unitSuffix', () => {
  it.each([
    ['fJ', 'Fj'],
    ['µm²', 'Um2'],
    ['\u03bcm²', 'Um2'],
    ['kΩ', 'Kohm'],
    ['fJ/bit', 'Fj'],
    ['°C', 'C'],
    ['%', 'Percent'],
    ['1', undefined],
    ['', undefined],
  ])('writes %s as %s', (unit, suffix) => {
    expect(unitSuffix(unit)).toBe(suffix);
  });
});

describe('endsWithUnit', () => {
  it.each([
    ['readEnergyFj', 'fJ'],
    ['areaUm2.cells', 'µm²'],
    ['areaUm2PerBit', 'µm²'],
    ['ratio', '1'],
  ])('accepts %s in %s', (name, unit) => {
    expect(endsWithUnit(name, unit)).toBe(true);
  });

  it.each([
    ['readEnergy', 'fJ'],
    ['readEnergyPj', 'fJ'],
    ['area.cellsUm2', 'µm²'],
    ['Fj', 'fJ'],
    ['areaUm2perBit', 'µm²'],
  ])('refuses %s in %s', (name, unit) => {
    expect(endsWithUnit(name, unit)).toBe(false);
  });
});

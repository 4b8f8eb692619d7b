import { quantity } from '@bitfront/core';

/** Two states with log-normal resistances, and the offset of what compares them. No measured defaults are public. */
export const logNormalResistances = {
  lowResistanceKohm: quantity('kΩ', 0.1, 10_000, 'median of the low resistance'),
  highResistanceKohm: quantity('kΩ', 0.1, 1_000_000, 'median of the high resistance'),
  lowLogSpread: quantity('1', 0.01, 3, 'standard deviation of ln R, low state'),
  highLogSpread: quantity('1', 0.01, 3, 'standard deviation of ln R, high state'),
  comparatorLogOffset: quantity('1', 0, 3, 'standard deviation of the offset, in ln R; 0 for ideal'),
} as const;

import { choice, quantity } from '@bitfront/core';

const assumed = (value: number, cite: string) =>
  ({ default: value, provenance: { cite, how: 'assumed' } }) as const;

/** What happens to a magnetic bit between writing and reading; neutral unless times and reads are given. */
export const magneticStorage = {
  storageTimeS: quantity('s', 0, 1e10, 'from writing to reading', assumed(0, 'bits are not lost in storage')),
  attemptTimeNs: quantity(
    'ns',
    0.01,
    100,
    'τ₀, between two attempts to cross the barrier',
    assumed(1, 'usual convention, not a measured value'),
  ),
  readsBetweenWrites: quantity(
    '1',
    0,
    1e18,
    'reads that may turn a bit over',
    assumed(0, 'reads turn no bit over'),
  ),
  readCurrentTowards: choice(['parallel', 'antiparallel'], 'where a read current drives a bit', 'parallel'),
  barrierExponent: quantity(
    '1',
    1,
    2,
    'b, barrier under a read current: Δ(1 − I/I_c0)^b',
    assumed(1, 'usual in measurements and device papers; a macrospin has 2'),
  ),
} as const;

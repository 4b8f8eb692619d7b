import { expect, it } from 'vitest';
import { addressBits, bitsToHold } from './address-bits.ts';

it('is the smallest b with 2^b things, checked against counting up', () => {
  for (let count = 1; count <= 5000; count++) {
    let bits = 0;
    while (2 ** bits < count) bits += 1;
    expect(addressBits(count)).toBe(bits);
  }
});

it('holds every number up to the greatest', () => {
  expect([0, 1, 2, 3, 4, 784, 1023, 1024].map(bitsToHold)).toEqual([1, 1, 2, 2, 3, 10, 10, 11]);
});

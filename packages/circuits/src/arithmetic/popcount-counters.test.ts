import { describe, expect, it } from 'vitest';
import { popcountCounters } from './popcount-counters.ts';

const ones = (n: number) => n.toString(2).replaceAll('0', '').length;

describe('popcountCounters', () => {
  it('has the hand-counted trees of 1 to 8 and 15 inputs', () => {
    const count = (n: number) => {
      const { fullAdders, halfAdders } = popcountCounters(n);
      return `${fullAdders}F ${halfAdders}H`;
    };
    const inputs = [1, 2, 3, 4, 5, 6, 7, 8, 15];
    const byHand = ['0F 0H', '0F 1H', '1F 0H', '1F 2H', '2F 1H', '3F 1H', '4F 0H', '4F 3H', '11F 0H'];
    expect(inputs.map(count)).toEqual(byHand);
  });

  it('needs n minus (ones of n) counters and ⌊log2 n⌋ + 1 bits', () => {
    for (const n of [...Array.from({ length: 300 }, (_, i) => i + 1), 784, 1023, 1024, 4096]) {
      const { fullAdders, halfAdders, bits } = popcountCounters(n);
      expect(fullAdders + halfAdders).toBe(n - ones(n));
      expect(bits).toBe(n.toString(2).length);
    }
  });

  it('is a circuit that counts: built gate by gate and tried on every input of up to 11 bits', () => {
    for (let n = 1; n <= 11; n++) {
      for (let word = 0; word < 1 << n; word++) {
        const { value, full, half } = build(n, word);
        expect(value).toBe(ones(word));
        const { fullAdders, halfAdders } = popcountCounters(n);
        expect([full, half]).toEqual([fullAdders, halfAdders]);
      }
    }
  });

  it('is never shallower than the information needs, never deeper than adding one by one, and grows with doubling', () => {
    for (let n = 1; n <= 300; n++) {
      const { depth } = popcountCounters(n);
      // A full adder turns three arrivals into one sum: at least log3(n) levels of 4.8, or of 2.4 for a pair.
      expect(3 ** (depth / 2.4)).toBeGreaterThanOrEqual(n * 0.999);
      expect(depth).toBeLessThanOrEqual(4.8 * n);
      expect(popcountCounters(2 * n).depth).toBeGreaterThan(depth);
    }
    expect(popcountCounters(3).depth).toBeCloseTo(4.8, 12);
    // Two half adders in a row: the full adder's carry at 4.4, the half adder's carry at 4.8 + 1.5, a last 2.4.
    expect(popcountCounters(4).depth).toBeCloseTo(4.8 + 1.5 + 2.4, 12);
  });
});

function build(n: number, word: number) {
  let column = Array.from({ length: n }, (_, i) => (word >> i) & 1);
  let value = 0;
  let full = 0;
  let half = 0;
  for (let weight = 1; column.length > 0; weight *= 2) {
    const carries: number[] = [];
    while (column.length > 1) {
      const taken = column.splice(0, column.length === 2 ? 2 : 3);
      if (taken.length === 2) half += 1;
      else full += 1;
      const sum = taken.reduce((total, bit) => total + bit, 0);
      column.push(sum & 1);
      carries.push(sum >> 1);
    }
    value += weight * (column[0] ?? 0);
    column = carries;
  }
  return { value, full, half };
}

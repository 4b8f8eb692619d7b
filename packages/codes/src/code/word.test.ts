import { describe, expect, it } from 'vitest';
import { secCode } from './sec-code.ts';
import { secdedCode } from './secded-code.ts';
import { decode, encode } from './word.ts';

const bitsOf = (value: number, count: number) => Array.from({ length: count }, (_, i) => (value >> i) & 1);

describe('encode and decode', () => {
  it.each([secCode(1), secCode(4), secCode(6), secdedCode(1), secdedCode(4), secdedCode(6)])(
    '$name gives back every word, and with one wrong bit',
    (code) => {
      for (let value = 0; value < 1 << code.dataBits; value++) {
        const data = Uint8Array.from(bitsOf(value, code.dataBits));
        const word = encode(code, data);
        expect(decode(code, word)).toEqual({ data, verdict: 'clean' });
        for (let wrong = 0; wrong < code.codeBits; wrong++) {
          const read = word.map((bit, j) => (j === wrong ? 1 - bit : bit));
          expect(decode(code, read)).toEqual({ data, verdict: 'corrected' });
        }
      }
    },
  );
  it('sees every double error of secded(8,4) and of secded(72,64), and leaves it as read', () => {
    for (const code of [secdedCode(4), secdedCode(64)]) {
      for (let first = 0; first < code.codeBits; first++) {
        for (let second = 0; second < first; second++) {
          const read = new Uint8Array(code.codeBits);
          read[first] = read[second] = 1;
          const { data, verdict } = decode(code, read);
          expect(verdict).toBe('uncorrectable');
          expect(data).toEqual(read.slice(0, code.dataBits));
        }
      }
    }
  });
  it('sec(7,4) is perfect: each of 2^7 words is a codeword or one bit away', () => {
    const verdicts = Array.from({ length: 128 }, (_, value) => decode(secCode(4), bitsOf(value, 7)).verdict);
    expect(verdicts.filter((verdict) => verdict === 'clean')).toHaveLength(16);
    expect(verdicts.filter((verdict) => verdict === 'corrected')).toHaveLength(112);
  });
  it('secded(8,4): of 2^8 words 16 are codewords, 128 are one bit away, 112 cannot be placed', () => {
    const verdicts = Array.from(
      { length: 256 },
      (_, value) => decode(secdedCode(4), bitsOf(value, 8)).verdict,
    );
    expect(verdicts.filter((verdict) => verdict === 'corrected')).toHaveLength(128);
    expect(verdicts.filter((verdict) => verdict === 'uncorrectable')).toHaveLength(112);
  });
  it('refuses words of another length or of other digits', () => {
    expect(() => encode(secCode(4), [0, 1, 1])).toThrow(/words of 4 bits/);
    expect(() => decode(secCode(4), [0, 1, 1, 0, 0, 0, 2])).toThrow(/sec\(7,4\)/);
  });
});

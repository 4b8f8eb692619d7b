import { bitfrontError } from '@bitfront/errors';
import { normalQuantile } from '../normal-quantile.ts';
import { keyBytes } from './key-bytes.ts';
import { murmur3 } from './murmur3.ts';

/** What can be shuffled: an array or a typed array. */
export interface Indexable {
  readonly length: number;
  [index: number]: unknown;
}

/** An endless sequence of random numbers, the same for the same key on every machine. */
export interface RandomStream {
  /** 32 random bits. */
  uint32(): number;
  /** [0, 1), a multiple of 2^-53. Takes two words. */
  uniform(): number;
  /** (0, 1), an odd multiple of 2^-53, symmetric about 1/2. Takes two words. */
  uniformOpen(): number;
  /** 0 ... below - 1, each equally likely (by rejection); below from 1 to 2^53. */
  integer(below: number): number;
  /** Standard normal, the quantile of one `uniformOpen`: streams that share a key stay paired draw by draw. */
  normal(): number;
  /** The same words as repeated `uint32`. */
  fillUint32(target: Uint32Array): void;
  /** The same numbers as repeated `uniform`. */
  fillUniform(target: Float64Array): void;
  /** Every order equally likely (Fisher and Yates); in place, and returned. */
  shuffle<T extends Indexable>(array: T): T;
}

/**
 * The random numbers of one key: a seed and any number of parts that say what they are for, as in
 * `randomStream(seed, 'faults', repeat, layer)`. Streams of different keys are independent for practical purposes:
 * their 128-bit states are MurmurHash3 hashes of the keys.
 *
 * The generator is xoshiro128**, period 2^128 - 1. Source: D. Blackman and S. Vigna, "Scrambled linear
 * pseudorandom number generators", ACM Trans. Math. Softw. 47 (2021) 36.
 */
export function randomStream(seed: string, ...key: readonly (string | number)[]): RandomStream {
  return streamOfState(murmur3(keyBytes([seed, ...key]), 0));
}

/** The stream that starts in a given state of four words. */
export function streamOfState(state: Uint32Array): RandomStream {
  // A typed array, because closed-over variables would be boxed whenever a word exceeds 31 bits.
  const words = new Int32Array(state);
  // The all-zero state is the generator's only fixed point.
  if (words.every((word) => word === 0)) words[3] = 1;

  const uint32 = (): number => {
    const a = words[0] as number;
    const b = words[1] as number;
    const c = (words[2] as number) ^ a;
    const d = (words[3] as number) ^ b;
    words[0] = a ^ d;
    words[1] = b ^ c;
    words[2] = c ^ (b << 9);
    words[3] = (d << 11) | (d >>> 21);
    const scrambled = Math.imul(b, 5);
    return Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
  };
  const uniform = (): number => wide() / 9007199254740992;
  const wide = (): number => (uint32() >>> 5) * 67108864 + (uint32() >>> 6);
  const uniformOpen = (): number => ((uint32() >>> 6) * 67108864 + (uint32() >>> 6) + 0.5) / 4503599627370496;
  const integer = (below: number): number => {
    if (!(Number.isInteger(below) && below >= 1 && below <= 9007199254740992)) {
      throw bitfrontError('NUMBER_INVALID', {
        name: 'below',
        value: String(below),
        expected: 'a whole number from 1 to 2^53',
      });
    }
    const narrow = below <= 4294967296;
    const range = narrow ? 4294967296 : 9007199254740992;
    const draw = narrow ? uint32 : wide;
    // Words beyond the last whole multiple of `below` would favour small results.
    const limit = range - (range % below);
    let value = draw();
    while (value >= limit) value = draw();
    return value % below;
  };

  return {
    uint32,
    uniform,
    uniformOpen,
    integer,
    normal: () => normalQuantile(uniformOpen()),
    fillUint32: (target) => {
      for (let i = 0; i < target.length; i++) target[i] = uint32();
    },
    fillUniform: (target) => {
      for (let i = 0; i < target.length; i++) target[i] = uniform();
    },
    shuffle: <T extends Indexable>(array: T): T => {
      for (let i = array.length - 1; i > 0; i--) {
        const j = integer(i + 1);
        const held = array[i];
        (array as Indexable)[i] = array[j];
        (array as Indexable)[j] = held;
      }
      return array;
    },
  };
}

import { popcount } from '@bitfront/bits';
import type { InferenceView } from '@bitfront/core';
import type { Transmission } from './line-counts.ts';

/**
 * How the values of an encoding are sent to layer 1.
 * - Fixed point: bit planes, the least significant first.
 * - T draws of which only the number k of ones is known: all orders are equally likely, so that 2·k·(T − k) / T changes
 *   are expected between the draws, and each end is 1 with probability k / T.
 */
export function transmission(inference: InferenceView): Transmission {
  return inference.kind === 'fixed-point' ? planes(inference.bits) : shuffledDraws(inference.presentations);
}

function planes(bits: number): Transmission {
  const scale = (1 << bits) - 1;
  const table = (of: (value: number) => number) =>
    Float64Array.from({ length: scale + 1 }, (_, value) => of(value));
  return {
    bits,
    scale,
    ones: table(popcount),
    toggles: table((value) => popcount((value ^ (value >> 1)) & (scale >> 1))),
    first: table((value) => value & 1),
    last: table((value) => value >> (bits - 1)),
  };
}

function shuffledDraws(draws: number): Transmission {
  const table = (of: (ones: number) => number) =>
    Float64Array.from({ length: draws + 1 }, (_, ones) => of(ones));
  return {
    bits: draws,
    scale: draws,
    ones: table((ones) => ones),
    toggles: table((ones) => (2 * ones * (draws - ones)) / draws),
    first: table((ones) => ones / draws),
    last: table((ones) => ones / draws),
  };
}

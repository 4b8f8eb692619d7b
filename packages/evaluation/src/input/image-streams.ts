import type { GeneratorSource } from '@bitfront/core';
import { type NumberSource, plusLimits } from '@bitfront/stochastic';

/** What is known of the T bits of every pixel of an image. */
export interface StreamSums {
  readonly ones: Uint16Array;
  /** Changes from a bit to the next one. */
  readonly changes: Uint16Array;
  readonly first: Uint8Array;
  readonly last: Uint8Array;
}

/** Counts the bits of an image whose values begin at `from`; the next call overwrites what it returns. */
export type ImageStreams = (values: Uint8Array, from: number, image: number) => StreamSums;

export interface StreamShape {
  readonly maxValue: number;
  readonly features: number;
  readonly draws: number;
}

/**
 * Plays the generators bit by bit: draw t of image n is their step n·T + t, whatever images came before. Where they start
 * anew with every image, the bits depend on lane and value alone, and all of them are played once.
 */
export function imageStreams(
  numbers: NumberSource,
  source: GeneratorSource,
  { maxValue, features, draws }: StreamShape,
): ImageStreams {
  const limits = plusLimits(source, maxValue);
  const lanes = Uint16Array.from({ length: features }, (_, feature) => feature % numbers.lanes);
  const sums = emptySums(features);
  if (source.betweenImages === 'restarts') {
    const table = everyValue(numbers, limits, draws);
    return (values, from) => {
      for (let feature = 0; feature < features; feature++) {
        const entry = ((lanes[feature] as number) << 8) + (values[from + feature] as number);
        sums.ones[feature] = table.ones[entry] as number;
        sums.changes[feature] = table.changes[entry] as number;
        sums.first[feature] = table.first[entry] as number;
        sums.last[feature] = table.last[entry] as number;
      }
      return sums;
    };
  }
  const own = new Float64Array(features);
  let next = -1;
  return (values, from, image) => {
    for (let feature = 0; feature < features; feature++)
      own[feature] = limits[values[from + feature] as number] as number;
    if (image !== next) numbers.seek(image * draws);
    next = image + 1;
    play(numbers, draws, lanes, own, sums);
    return sums;
  };
}

/** The sums of all lanes and values, at [lane · 256 + value]. */
function everyValue(numbers: NumberSource, limits: Float64Array, draws: number): StreamSums {
  const count = numbers.lanes * 256;
  const sums = emptySums(count);
  const lanes = Uint16Array.from({ length: count }, (_, entry) => entry >>> 8);
  const own = Float64Array.from({ length: count }, (_, entry) => limits[entry & 255] as number);
  numbers.seek(0);
  play(numbers, draws, lanes, own, sums);
  return sums;
}

function play(
  numbers: NumberSource,
  draws: number,
  lanes: Uint16Array,
  limits: Float64Array,
  { ones, changes, first, last }: StreamSums,
): void {
  const now = new Uint32Array(numbers.lanes);
  ones.fill(0);
  changes.fill(0);
  for (let draw = 0; draw < draws; draw++) {
    numbers.next(now);
    for (let at = 0; at < lanes.length; at++) {
      const bit = (now[lanes[at] as number] as number) < (limits[at] as number) ? 1 : 0;
      ones[at] = (ones[at] as number) + bit;
      if (draw === 0) first[at] = bit;
      else changes[at] = (changes[at] as number) + (bit ^ (last[at] as number));
      last[at] = bit;
    }
  }
}

function emptySums(count: number): StreamSums {
  return {
    ones: new Uint16Array(count),
    changes: new Uint16Array(count),
    first: new Uint8Array(count),
    last: new Uint8Array(count),
  };
}

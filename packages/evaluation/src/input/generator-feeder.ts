import type { GeneratorSource } from '@bitfront/core';
import type { RandomStream } from '@bitfront/math';
import { type NumberSource, openNumbers, plusLimits } from '@bitfront/stochastic';
import type { BitFeeder } from './feeder.ts';

/** What feeders of generated bits are made of; how many pixels there are is known when the first images come. */
export interface GeneratedInput {
  readonly source: GeneratorSource;
  readonly maxValue: number;
  readonly draws: number;
  /** Draws the start values. */
  readonly random: RandomStream;
}

/** One ±1 bit of generated numbers per pixel and presentation. */
export function generatorFeeder(
  { source, maxValue, draws, random }: GeneratedInput,
  vote: boolean,
): BitFeeder {
  const limits = plusLimits(source, maxValue);
  let numbers: NumberSource | undefined;
  let now = new Uint32Array();
  let next = -1;
  return {
    kind: 'bits',
    scale: 1,
    lanesPerImage: draws,
    vote,
    fill({ view, wordsPerRow, columns: features }, { values }, from, images) {
      if (numbers === undefined) {
        numbers = openNumbers(source, features, random);
        now = new Uint32Array(numbers.lanes);
      }
      for (let row = 0; row < images * draws; row++) {
        const image = from + Math.floor(row / draws);
        if (row % draws === 0) {
          const step = source.betweenImages === 'restarts' ? 0 : image * draws;
          if (step !== next) numbers.seek(step);
          next = step + draws;
        }
        numbers.next(now);
        writeBits(
          now,
          limits,
          values.subarray(image * features, (image + 1) * features),
          view,
          row * wordsPerRow,
        );
      }
    },
  };
}

/** The bits of one presentation, 32 to a word. */
function writeBits(
  numbers: Uint32Array,
  limits: Float64Array,
  pixels: Uint8Array,
  target: Uint32Array,
  start: number,
): void {
  let [word, lane] = [0, 0];
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    if ((numbers[lane] as number) < (limits[pixels[pixel] as number] as number)) word |= 1 << (pixel & 31);
    lane = lane + 1 === numbers.length ? 0 : lane + 1;
    if ((pixel & 31) !== 31 && pixel + 1 < pixels.length) continue;
    target[start + (pixel >>> 5)] = word;
    word = 0;
  }
}

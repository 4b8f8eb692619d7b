import {
  addressBits,
  comparator,
  copies,
  driver,
  type Figure,
  gate,
  inSeries,
  lfsr,
  nothing,
  register,
  reversedCounter,
  sobolDimension,
  sobolIndex,
  stochasticEncoder,
  type Technology,
} from '@bitfront/circuits';
import type { GeneratorSource, StochasticInput } from '@bitfront/core';
import { type Item, item } from './item.ts';

/** The values of one image, as they pass through the encoder. */
export interface EncodedValues {
  readonly values: number;
  /** Whether a window slides over them, so that every draw meets the values in the order of their pixels. */
  readonly slides: boolean;
}

/** How pixels pass through the encoder during one inference. */
export interface Arrivals {
  /** Pixels at a time, each with a comparator. */
  readonly lanes: number;
  /** Times until all pixels have come once. */
  readonly count: number;
}

/**
 * Random numbers and their comparison with pixels.
 *
 * Independent draws are given by a shift register of 8 bits in each lane, which runs on from pixel to pixel. Generators
 * that the encoding describes are built as it says. Shared or rotated: there is one, which steps once per draw, and its
 * number is driven to the comparators of all lanes; rotating it is wiring where lane and width repeat together, else it
 * lies in a register that turns at every arrival. A generator for each pixel: as many as the image has values (Sobol
 * points share their counter), all of which step at every draw, and multiplexers that lead the numbers of the pixels at
 * hand to the comparators. The carry into a comparator is wiring; loading start values is not booked.
 */
export function generatorItems(
  technology: Technology,
  work: EncodedValues,
  input: StochasticInput,
  at: Arrivals,
): readonly Item<'inputEncoding'>[] {
  const { source, presentations: draws } = input;
  const compared = { count: at.lanes, actions: work.values * draws, steps: at.count * draws };
  if (source.kind === 'independent')
    return [item(part, stochasticEncoder(technology, { bits: PIXEL_BITS, lanes: 1 }), compared)];
  const compare = comparator(technology, { bits: source.bits, activity: RANDOM });
  return [
    item(part, compare, compared),
    ...(source.sharing === 'independent'
      ? ownGenerators(technology, work, source, draws, at)
      : oneGenerator(technology, work, source, draws, at)),
  ];
}

function oneGenerator(
  technology: Technology,
  { slides }: EncodedValues,
  { kind, bits, sharing }: GeneratorSource,
  draws: number,
  at: Arrivals,
): readonly Item<'inputEncoding'>[] {
  const turns = sharing === 'rotated' && (slides || at.lanes % bits !== 0);
  const numbers = draws * (turns ? at.count : 1);
  const bus = driver(technology, { loadFf: at.lanes * technology.nand2CapacitanceFf, activity: RANDOM });
  const [own, common] = generatorOf(technology, kind, bits);
  const step = { count: 1, actions: draws, steps: draws };
  const items = [
    item(part, inSeries(own, common ?? nothing), step),
    item(part, bus, { count: bits, actions: bits * numbers, steps: numbers }),
  ];
  if (!turns) return items;
  const turning = inSeries(
    register(technology, { bits, activity: RANDOM }),
    copies(bits, gate(technology, 'mux2', RANDOM)),
  );
  return [...items, item(part, turning, { count: 1, actions: numbers, steps: numbers })];
}

function ownGenerators(
  technology: Technology,
  { values }: EncodedValues,
  { kind, bits }: GeneratorSource,
  draws: number,
  at: Arrivals,
): readonly Item<'inputEncoding'>[] {
  const [own, common] = generatorOf(technology, kind, bits);
  const levels = addressBits(at.count);
  return [
    item(part, own, { count: values, actions: values * draws, steps: draws }),
    ...(common === undefined ? [] : [item(part, common, { count: 1, actions: draws, steps: draws })]),
    item(part, gate(technology, 'mux2', RANDOM), {
      count: bits * Math.max(0, values - at.lanes),
      actions: bits * values * draws * levels,
      steps: at.count * draws * levels,
    }),
  ];
}

/** What every number needs, and what all of one kind can share. */
function generatorOf(
  technology: Technology,
  kind: GeneratorSource['kind'],
  bits: number,
): readonly [Figure, Figure?] {
  switch (kind) {
    case 'lfsr':
      return [lfsr(technology, { bits })];
    case 'van-der-corput':
      return [reversedCounter(technology, { bits })];
    case 'sobol':
      return [sobolDimension(technology, { bits }), sobolIndex(technology, { bits })];
  }
}

const part = 'inputEncoding';
/** Pixels of all supported data sets are bytes. */
const PIXEL_BITS = 8;
/** Random bits differ from those before with probability one half. */
const RANDOM = 0.5;

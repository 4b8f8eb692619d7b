import { openNumbers } from '@bitfront/stochastic';
import { type StreamRecord, streamRecord } from '../activity/stream-record.ts';
import type { CountFeeder, IntegerFeeder } from './feeder.ts';
import type { GeneratedInput } from './generator-feeder.ts';
import { imageStreams, type StreamSums } from './image-streams.ts';

/** The sum of the T generated bits of each pixel, as a number of ones where that fits a byte. */
export function generatedSums(input: GeneratedInput): CountFeeder | IntegerFeeder {
  const { source, draws } = input;
  let record: StreamRecord | undefined;
  let sumsOf: ((values: Uint8Array, image: number) => StreamSums) | undefined;
  const open = (features: number) => {
    const streams = imageStreams(openNumbers(source, features, input.random), source, { ...input, features });
    const kept = streamRecord(features, draws);
    record = kept;
    return (values: Uint8Array, image: number) => {
      const sums = streams(values, image * features, image);
      kept.add(sums);
      return sums;
    };
  };
  const common = { scale: draws, lanesPerImage: 1, vote: false, record: () => record } as const;
  if (draws <= 255)
    return {
      ...common,
      kind: 'bytes',
      fill({ view, stride, columns: features }, { values }, from, images) {
        sumsOf ??= open(features);
        for (let image = 0; image < images; image++)
          view.set(sumsOf(values, from + image).ones, image * stride);
      },
    };
  return {
    ...common,
    kind: 'i32',
    fill({ view, stride, rows: features }, { values }, from, images) {
      sumsOf ??= open(features);
      for (let image = 0; image < images; image++) {
        const { ones } = sumsOf(values, from + image);
        for (let feature = 0; feature < features; feature++)
          view[feature * stride + image] = 2 * (ones[feature] as number) - draws;
      }
    },
  };
}

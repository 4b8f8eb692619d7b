import { type BinomialTable, drawCounts } from './binomial-table.ts';
import type { CountFeeder, IntegerFeeder } from './feeder.ts';
import type { WordStream } from './word-stream.ts';

/** The sum of T independent ±1 draws per pixel, drawn at once: as a number of ones where that fits a byte. */
export function sumFeeder(table: BinomialTable, words: WordStream): CountFeeder | IntegerFeeder {
  return table.draws <= 255 ? byteSums(table, words) : integerSums(table, words);
}

function byteSums(table: BinomialTable, words: WordStream): CountFeeder {
  return {
    kind: 'bytes',
    scale: table.draws,
    lanesPerImage: 1,
    vote: false,
    fill({ view, stride, columns: features }, { values }, from, images) {
      for (let image = 0; image < images; image++)
        drawCounts(
          table,
          words,
          values,
          (from + image) * features,
          view.subarray(image * stride, image * stride + features),
        );
    },
  };
}

function integerSums(table: BinomialTable, words: WordStream): IntegerFeeder {
  const { draws } = table;
  return {
    kind: 'i32',
    scale: draws,
    lanesPerImage: 1,
    vote: false,
    fill({ view, stride, rows: features }, { values }, from, images) {
      const counts = new Uint16Array(features);
      for (let image = 0; image < images; image++) {
        drawCounts(table, words, values, (from + image) * features, counts);
        for (let feature = 0; feature < features; feature++)
          view[feature * stride + image] = 2 * (counts[feature] as number) - draws;
      }
    },
  };
}

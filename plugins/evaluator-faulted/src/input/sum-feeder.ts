import { type BinomialTable, drawSums } from './binomial-table.ts';
import { type Comparator, drawBits } from './comparator.ts';
import type { IntegerFeeder } from './feeder.ts';
import type { WordStream } from './word-stream.ts';
import { tileImages, writeTile } from './write-tile.ts';

/** The sum of T independent ±1 draws per pixel, drawn at once. */
export function sumFeeder(table: BinomialTable, words: WordStream): IntegerFeeder {
  return feeder((values, first, sums) => drawSums(table, words, values, first, sums));
}

/** The sum of one draw: the draw of the comparator itself, so that all ways to accumulate agree for T = 1. */
export function singleDrawFeeder(source: Comparator): IntegerFeeder {
  return feeder((values, first, sums) => {
    for (let base = 0; base < sums.length; base += 32) {
      const count = Math.min(32, sums.length - base);
      const bits = drawBits(source, values, first + base, count);
      for (let bit = 0; bit < count; bit++) sums[base + bit] = 2 * ((bits >>> bit) & 1) - 1;
    }
  });
}

function feeder(draw: (values: Uint8Array, first: number, sums: Int32Array) => void): IntegerFeeder {
  return {
    kind: 'integers',
    rowsPerImage: 1,
    vote: false,
    fill(target, { values }, from) {
      const { rows: features, columns } = target;
      const tile = new Int32Array(tileImages * features);
      for (let start = 0; start < columns; start += tileImages) {
        const images = Math.min(tileImages, columns - start);
        for (let image = 0; image < images; image++)
          draw(
            values,
            (from + start + image) * features,
            tile.subarray(image * features, (image + 1) * features),
          );
        writeTile(tile, images, target, start);
      }
    },
  };
}

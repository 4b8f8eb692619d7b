import { type Comparator, drawBits } from './comparator.ts';
import type { BitFeeder } from './feeder.ts';

/** One ±1 draw per pixel and presentation, every presentation from its own generator. */
export function drawFeeder(sources: readonly Comparator[], vote: boolean): BitFeeder {
  return {
    kind: 'bits',
    rowsPerImage: sources.length,
    vote,
    fill({ view, wordsPerRow, rows, columns: features }, { values }, from) {
      for (let row = 0; row < rows; row++) {
        const source = sources[row % sources.length] as Comparator;
        const first = (from + Math.floor(row / sources.length)) * features;
        for (let base = 0; base < features; base += 32)
          view[row * wordsPerRow + (base >>> 5)] = drawBits(
            source,
            values,
            first + base,
            Math.min(32, features - base),
          );
      }
    },
  };
}

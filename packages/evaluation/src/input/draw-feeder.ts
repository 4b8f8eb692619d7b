import { type Comparator, drawBits } from './comparator.ts';
import type { BitFeeder } from './feeder.ts';

/** One ±1 draw per pixel and presentation, every presentation from its own generator. */
export function drawFeeder(sources: readonly Comparator[], vote: boolean): BitFeeder {
  return {
    kind: 'bits',
    scale: 1,
    lanesPerImage: sources.length,
    vote,
    fill({ view, wordsPerRow, columns: features }, { values }, from, images) {
      for (let row = 0; row < images * sources.length; row++) {
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

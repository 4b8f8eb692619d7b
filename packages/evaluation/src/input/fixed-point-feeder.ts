import type { BitFeeder, CountFeeder } from './feeder.ts';

/** The b most significant of 8 bits of every pixel; other ranges are scaled to 8 bits first, rounded. */
export function fixedPointFeeder(bits: number, maxValue: number): CountFeeder | BitFeeder {
  const entries = Uint8Array.from(
    { length: 256 },
    (_, value) => Math.min(255, Math.round((value * 255) / maxValue)) >> (8 - bits),
  );
  return bits === 1 ? blackAndWhite(entries) : levels(bits, entries);
}

function levels(bits: number, entries: Uint8Array): CountFeeder {
  const asTheyAre = entries.every((entry, value) => entry === value);
  return {
    kind: 'bytes',
    scale: (1 << bits) - 1,
    lanesPerImage: 1,
    vote: false,
    fill({ view, stride, columns: features }, { values }, from, images) {
      for (let image = 0; image < images; image++) {
        const source = (from + image) * features;
        if (asTheyAre) view.set(values.subarray(source, source + features), image * stride);
        else
          for (let feature = 0; feature < features; feature++)
            view[image * stride + feature] = entries[values[source + feature] as number] as number;
      }
    },
  };
}

function blackAndWhite(entries: Uint8Array): BitFeeder {
  return {
    kind: 'bits',
    scale: 1,
    lanesPerImage: 1,
    vote: false,
    fill({ view, wordsPerRow, columns: features }, { values }, from, images) {
      for (let image = 0; image < images; image++) {
        const source = (from + image) * features;
        for (let base = 0; base < features; base += 32) {
          let word = 0;
          for (let bit = 0; bit < Math.min(32, features - base); bit++)
            word |= (entries[values[source + base + bit] as number] as number) << bit;
          view[image * wordsPerRow + (base >>> 5)] = word;
        }
      }
    },
  };
}

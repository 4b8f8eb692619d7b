import type { IntegerFeeder } from './feeder.ts';
import { tileImages } from './write-tile.ts';

/** 2·v_b − (2^b − 1), v_b the b most significant of 8 bits; other ranges are scaled to 8 bits first, rounded. */
export function fixedPointFeeder(bits: number, maxValue: number): IntegerFeeder {
  const scale = (1 << bits) - 1;
  const entries = Int32Array.from(
    { length: 256 },
    (_, value) => 2 * (Math.min(255, Math.round((value * 255) / maxValue)) >> (8 - bits)) - scale,
  );
  return {
    kind: 'integers',
    rowsPerImage: 1,
    vote: false,
    fill({ view, stride, rows: features, columns }, { values }, from) {
      for (let start = 0; start < columns; start += tileImages) {
        const end = Math.min(columns, start + tileImages);
        for (let feature = 0; feature < features; feature++) {
          let source = (from + start) * features + feature;
          for (let image = start; image < end; image++, source += features)
            view[feature * stride + image] = entries[values[source] as number] as number;
        }
      }
    },
  };
}

import type { LayerShape } from '@bitfront/bits';
import { describe, expect, it } from 'vitest';
import { mapIm2col, mappingRow, mapShiftDuplicate, mapSubImage, networkMapping } from './index.ts';
import { convolution, resnet20 } from './networks.fixture.ts';

const array = { rows: 128, columns: 128 };
const use = { pairs: 'neighbouring-columns', biasRow: false } as const;
const im2col = (shape: LayerShape) => mapIm2col(shape, array, { ...use, copies: 1 });
const classifier: LayerShape = { kind: 'dense', inputs: 64, outputs: 10 };

describe('networkMapping', () => {
  it('holds all layers, and counts convolutions alone where asked', () => {
    const of = (counted: 'all' | 'convolutions') =>
      networkMapping([...resnet20, classifier], array, use.pairs, counted, im2col);
    expect(of('convolutions').row.crossbars).toBe(58);
    expect(of('all').row.crossbars).toBe(59);
    expect(of('convolutions').layers).toEqual(of('all').layers);
    expect(of('all').layers).toHaveLength(20);
  });

  it('has a row of zeros for no convolution at all', () => {
    const { row } = networkMapping([classifier], array, use.pairs, 'convolutions', im2col);
    expect(Object.values(row).every((value) => value === 0)).toBe(true);
    expect(mappingRow([], array)).toEqual(row);
  });

  it('names the layer whose kernel is larger than its input', () => {
    const large = { ...convolution(1, 1, 4), input: { channels: 1, height: 0, width: 0 } } as LayerShape;
    expect(() => networkMapping([classifier, large], array, use.pairs, 'all', im2col)).toThrow(
      /Layer 2 \(convolution\) has a kernel larger than its padded input, 3 x 3 on 2 x 2/,
    );
  });

  it('maps large layers of odd shapes with finite counts', () => {
    const shapes = [convolution(513, 1001, 57), convolution(3, 64, 224, { kernel: 7 }), classifier];
    for (const shape of shapes)
      for (const size of [{ rows: 65_536, columns: 3 }, { rows: 3, columns: 65_536 }, array]) {
        const mapped = [
          im2col(shape),
          mapShiftDuplicate(shape, size, { ...use, windows: 'rectangular' }),
          mapSubImage(shape, size, {
            ...use,
            subImage: 'tuned',
            packing: true,
            spatial: 'parallel',
            strides: 'exact',
          }),
        ];
        for (const value of Object.values(mappingRow(mapped, size)))
          expect(Number.isFinite(value) && value >= 0).toBe(true);
      }
  });
});

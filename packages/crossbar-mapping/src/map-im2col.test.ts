import { describe, expect, it } from 'vitest';
import { mapIm2col, mappingRow } from './index.ts';
import { convolution, resnet20, separated } from './networks.fixture.ts';

const array = { rows: 128, columns: 128 };
const use = { pairs: 'neighbouring-columns', biasRow: false } as const;
const map = (layer: (typeof resnet20)[number], copies = 1) => mapIm2col(layer, array, { ...use, copies });

describe('mapIm2col', () => {
  it('needs 58 crossbars of 128 for the convolutions of ResNet-20, one position at a time', () => {
    const row = mappingRow(
      resnet20.map((layer) => map(layer)),
      array,
    );
    // 7 layers at 32², 6 at 16² and 6 at 8² positions.
    expect([row.crossbars, row.readsPerInference]).toEqual([58, 7 * 1024 + 6 * 256 + 6 * 64]);
    // A position drives the 9 pixels of its kernel.
    expect(row.overlapOverhead).toBe(8);
  });

  it('shares positions among copies: 1,024 positions of 2 crossbars in 3 copies take 342 reads', () => {
    const [one, three] = [map(convolution(16, 16, 32)), map(convolution(16, 16, 32), 3)];
    expect(three).toMatchObject({
      crossbars: 6,
      reads: 342,
      crossbarReads: 2048,
      weightCells: 3 * one.weightCells,
      wiredRows: 3 * one.wiredRows,
      wiredColumns: 3 * one.wiredColumns,
      rowDrives: one.rowDrives,
      conversions: one.conversions,
    });
  });

  it('puts kernels that see one channel along the diagonal: 14 of 9 weights in 128 rows', () => {
    const [depthwise] = separated(convolution(32, 32, 16));
    const mapping = map(depthwise ?? convolution(1, 1, 1));
    expect(mapping).toMatchObject({
      crossbars: 3,
      sums: { rowsDriven: 126, parts: 1 },
      placement: { blocks: 14 },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { fixedPoint, memory, rowOf, total } from './trial.fixture.ts';

describe('one 22 nm array of 128 × 128 RRAM cells of 48 F², 2 V, beside the printed output of NeuroSim V1.4', () => {
  const cell = {
    ...memory.cell,
    nodeNm: 22,
    areaUm2PerBit: 48 * 0.022 * 0.022,
    aspectRatio: 3,
    sensing: 'single-ended' as const,
  };
  const row = rowOf([128, 128], 128, 128, fixedPoint(1), { cell });
  const array = ['cells', 'senseAmplifiers', 'decoders', 'wordLineDrivers', 'writeDrivers'];
  const usedUm2 = total(row, 'areaUm2', array);

  it('has its cell area, 381 µm²', () => {
    expect(row['areaUm2.cells']).toBeCloseTo(381, 0);
  });
  it('lies within a factor 2 of its used area of 5758 µm² and its bounding box of 24,265 µm²', () => {
    // The README prints these values.
    expect(usedUm2).toBeCloseTo(5077, 0);
    const boundingUm2 = Number(row.boundingAreaUm2) - Number(row.areaUm2) + usedUm2;
    expect(boundingUm2 / 1000).toBeCloseTo(19.2, 1);
  });
  it('gives two thirds of the used area to level shifters and write drivers, as there', () => {
    expect(Number(row['areaUm2.writeDrivers']) / usedUm2).toBeCloseTo(0.71, 2);
  });
});

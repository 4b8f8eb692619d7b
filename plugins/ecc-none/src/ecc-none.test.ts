import { noCorrection } from '@bitfront/core';
import { describeStage, runCase } from '@bitfront/testkit';
import { expect, it } from 'vitest';
import none from './ecc-none.ts';

const memory = {
  faults: { plusToMinus: 0.01, minusToPlus: 0.02 },
  cell: {
    nodeNm: 28,
    supplyV: 0.9,
    areaUm2PerBit: 0.1,
    aspectRatio: 2,
    sensing: 'differential',
    standbyPowerNwPerBit: 0.5,
  },
  read: { energyFjPerBit: 10, latencyNs: 2 },
  write: { energyFjPerBit: 1000, latencyNs: 100, voltageV: 2, enduranceCycles: 1e9 },
  conductance: 'unknown',
  correction: noCorrection,
} as const;
const only = {
  name: 'one memory',
  parameters: {},
  inputs: { memory },
  row: {
    codeBits: 1,
    residualFlipPlusToMinus: 0.01,
    residualFlipMinusToPlus: 0.02,
    codedCellAreaUm2PerBit: 0.1,
    codedWriteEnergyFjPerBit: 1000,
  },
};

describeStage(none, { cases: [only] });

it('gives the memory back as it is', async () => {
  const { artifact } = await runCase(none, only);
  expect(artifact).toEqual({ ...memory, row: only.row });
});

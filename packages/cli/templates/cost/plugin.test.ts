import { describeStage } from '@bitfront/testkit';
import cost from './plugin.ts';

const layer = {
  rowsHold: 'neurons',
  usedRows: 64,
  usedColumns: 64,
  gridRows: 2,
  gridColumns: 1,
  arrays: 2,
  weights: 4096,
  utilisation: 1,
} as const;

describeStage(cost, {
  cases: [
    {
      // 2 arrays of 32 x 64 cells: 4096 cells of 0.05 µm² and 10 fJ.
      name: 'two arrays',
      parameters: {},
      inputs: {
        partition: { array: { rows: 32, columns: 64 }, layers: [layer] },
        memory: {
          cell: {
            nodeNm: 22,
            supplyV: 0.9,
            areaUm2PerBit: 0.05,
            aspectRatio: 1,
            sensing: 'single-ended',
            standbyPowerNwPerBit: 0,
          },
          read: { energyFjPerBit: 10, latencyNs: 5 },
        },
      },
      row: { areaUm2: 204.8, energyPjPerInference: 40.96 },
    },
  ],
});

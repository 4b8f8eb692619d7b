import { defineStage } from '@bitfront/core';

/** Area and energy of one inference: A = cells · a, E = cells · e_read, cells of unused rows and columns included. */
export default defineStage({
  name: 'plugin-name',
  version: 1,
  doc: 'one line for bitfront list',
  needs: { partition: ['array', 'layers'], memory: ['cell', 'read'] },
  gives: 'cost',
  parameters: {},
  columns: {
    areaUm2: { unit: 'µm²', doc: 'area of all arrays' },
    'areaUm2.cells': { unit: 'µm²', doc: 'area of the cells' },
    energyPjPerInference: { unit: 'pJ', doc: 'energy of one inference' },
    'energyPjPerInference.cells': { unit: 'pJ', doc: 'energy in the cells and their bit lines' },
  },
  weight: 'light',
  source: {
    cite: 'author, title, venue, year',
    where: 'section',
    how: 'assumed',
    residual: 'unknown',
    assumed: ['nothing but cells takes area or energy'],
  },
  run: ({ partition, memory }) => {
    const { array, layers } = partition;
    const cells = layers.reduce((sum, { arrays }) => sum + arrays * array.rows * array.columns, 0);
    const areaUm2 = cells * memory.cell.areaUm2PerBit;
    const energyPj = (cells * memory.read.energyFjPerBit) / 1000;
    return {
      row: {
        areaUm2,
        'areaUm2.cells': areaUm2,
        energyPjPerInference: energyPj,
        'energyPjPerInference.cells': energyPj,
      },
    };
  },
});

import { defineStage, integer } from '@bitfront/core';

/** Error rate of a network: here, of one that always answers `answer`, on the test labels. */
export default defineStage({
  name: 'plugin-name',
  version: 1,
  doc: 'one line for bitfront list',
  needs: { dataset: ['test'], network: ['architecture'] },
  gives: 'evaluation',
  parameters: { answer: integer(0, 255, 'class that is answered for every image') },
  columns: {
    errorRate: { unit: '1', doc: 'fraction of test images classified wrongly' },
    testImages: { unit: '1', doc: 'test images' },
  },
  weight: 'heavy',
  source: { cite: 'author, title, venue, year', where: 'section', how: 'assumed', residual: 'unknown' },
  run: ({ dataset, network }, { answer }, { signal }) => {
    const { count, labels } = dataset.test;
    let wrong = 0;
    for (let image = 0; image < count; image++) {
      signal.throwIfAborted();
      if (labels[image] !== answer) wrong++;
    }
    const errorRate = count > 0 ? wrong / count : 0;
    const quiet = { inputDensity: 0.5, inputToggle: 0.5, xnorDensity: 0.5, outputDensity: 0.5 };
    return {
      row: { errorRate, testImages: count },
      activity: {
        layers: network.architecture.layers.map(() => quiet),
        firstLayerPasses: 1,
        laterLayerPasses: 1,
        inputBits: 8,
      },
      repeats: Float64Array.of(errorRate),
    };
  },
});

import { circuitErrors } from './catalogue/circuit.ts';
import { commandErrors } from './catalogue/command.ts';
import { datasetErrors } from './catalogue/dataset.ts';
import { deviceErrors } from './catalogue/device.ts';
import { engineErrors } from './catalogue/engine.ts';
import { evaluationErrors } from './catalogue/evaluation.ts';
import { frontErrors } from './catalogue/front.ts';
import { kernelErrors } from './catalogue/kernel.ts';
import { mappingErrors } from './catalogue/mapping.ts';
import { networkErrors } from './catalogue/network.ts';
import { parameterErrors } from './catalogue/parameter.ts';
import { pipelineErrors } from './catalogue/pipeline.ts';
import { poolErrors } from './catalogue/pool.ts';
import { reproductionErrors } from './catalogue/reproduction.ts';
import { storeErrors } from './catalogue/store.ts';
import { zooErrors } from './catalogue/zoo.ts';

/** Every code of Bitfront, by area. The README of this package documents each of them. */
export const catalogue = {
  ...parameterErrors,
  ...pipelineErrors,
  ...engineErrors,
  ...poolErrors,
  ...storeErrors,
  ...datasetErrors,
  ...deviceErrors,
  ...networkErrors,
  ...mappingErrors,
  ...kernelErrors,
  ...evaluationErrors,
  ...circuitErrors,
  ...frontErrors,
  ...commandErrors,
  ...zooErrors,
  ...reproductionErrors,
} as const;

export type CatalogueCode = keyof typeof catalogue;

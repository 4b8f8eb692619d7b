export { type BenchNetwork, benchNetworks } from './bench-networks.ts';
export {
  type DataParallelMeasure,
  type DataParallelOptions,
  measureDataParallel,
} from './measure-data-parallel.ts';
export {
  measureTraining,
  type NetworkMeasures,
  type ProductsMeasure,
  type TrainingMeasure,
} from './measure-training.ts';
export { type OpenSteps, openSteps, type Phase, phaseNames } from './open-steps.ts';

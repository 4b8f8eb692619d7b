export { type BenchNetwork, type OpenSteps, openSteps } from './open-steps.ts';

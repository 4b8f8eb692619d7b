export { ParetoArchive } from './archive.ts';
export { dominates } from './dominates.ts';
export { hypervolume } from './hypervolume/hypervolume.ts';
export { paretoFront } from './pareto-front.ts';

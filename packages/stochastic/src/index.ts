export { largestNumber } from './largest-number.ts';
export type { NumberSource } from './number-source.ts';
export { drawsStarts, openNumbers } from './open-numbers.ts';
export { plusLimits, plusProbabilities } from './plus-limits.ts';
export { type StreamPair, streamCorrelation } from './statistics/stream-correlation.ts';
export { type StreamStatistics, streamStatistics } from './statistics/stream-statistics.ts';

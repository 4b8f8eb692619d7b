export { type Breakdown, breakdown, breakdownColumns } from './breakdown.ts';
export { type Arrivals, type EncodedValues, generatorItems } from './generator-items.ts';
export { firstLayerPlanes, networkRuns } from './input-passes.ts';
export { type Item, item, partTotal, type Use } from './item.ts';
export { type Life, lifetimeColumns, lifetimeRow, reprogrammings } from './lifetime.ts';

export { type Breakdown, breakdown, breakdownColumns } from './breakdown.ts';
export { type Item, item, partTotal, type Use } from './item.ts';

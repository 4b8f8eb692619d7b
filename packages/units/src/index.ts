export { convert } from './convert.ts';
export { formatQuantity } from './format-quantity.ts';
export type { Dimension, Unit } from './unit.ts';
export { unitOfName } from './unit-of-name.ts';
export { type UnitSuffix, unitSuffixes } from './unit-table.ts';

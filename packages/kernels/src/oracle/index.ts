export { adamScalar } from './adam.ts';
export { batchNormBackwardRow, batchNormRow } from './batch-norm.ts';
export { oddShapes } from './odd-shapes.ts';
export { type Operands, operands } from './operands.ts';
export { dirtyPadding } from './padding.ts';
export { readFloats, readInts, readSigns, writePlain, writeSigns } from './plain.ts';
export { productReal } from './product-real.ts';
export { productSign } from './product-sign.ts';
export { productXnor } from './product-xnor.ts';

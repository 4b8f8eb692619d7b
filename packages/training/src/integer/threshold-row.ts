import type { I32Matrix, Kernels } from '@bitfront/kernels';

/** One threshold per neuron, as the kernels take them. */
export function thresholdRow({ arena }: Kernels, thresholds: Int32Array): I32Matrix {
  const row = arena.i32(1, thresholds.length);
  row.row(0).set(thresholds);
  return row;
}

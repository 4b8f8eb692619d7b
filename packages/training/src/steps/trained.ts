import type { F32Matrix, Kernels } from '@bitfront/kernels';

/** Parameters with their gradient and Adam's two moments, all of one shape. */
export interface Trained {
  readonly values: F32Matrix;
  readonly gradient: F32Matrix;
  readonly firstMoment: F32Matrix;
  readonly secondMoment: F32Matrix;
}

/** Parameters that start at one value; moments start at 0. */
export function trained(kernels: Kernels, rows: number, columns: number, start: number): Trained {
  const make = () => kernels.arena.f32(rows, columns);
  const parameters: Trained = { values: make(), gradient: make(), firstMoment: make(), secondMoment: make() };
  for (let row = 0; row < rows; row++) parameters.values.row(row).fill(start);
  return parameters;
}

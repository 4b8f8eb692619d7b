import { expOfSum } from './exp-parts.ts';

/** e^x; error below 0.52 ulp. exp(NaN) is NaN, exp(Infinity) Infinity, exp(-Infinity) 0. */
export function exp(x: number): number {
  if (x !== x) return x;
  return expOfSum(x, 0);
}

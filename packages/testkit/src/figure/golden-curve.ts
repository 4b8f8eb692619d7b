import { expectRelative } from './expect-relative.ts';

/** A curve read from a published figure or table. */
export interface GoldenCurve {
  /** `Fig. 3, squares`: ends up in the message of a deviation. */
  readonly where: string;
  /** Pairs of abscissa and published value. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Largest relative deviation: the reading error of the figure at least. */
  readonly tolerance: number;
}

/** Demands that a model meets every point of a published curve. @throws FIGURE_NOT_MATCHED, naming the point. */
export function expectCurve(model: (x: number) => number, curve: GoldenCurve): void {
  for (const [x, y] of curve.points) expectRelative(`${curve.where} at ${x}`, model(x), y, curve.tolerance);
}

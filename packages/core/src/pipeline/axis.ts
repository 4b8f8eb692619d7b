/** Values that one parameter takes in turn. Plain data, so that a plan can be JSON. */
export type Axis<T = unknown> = ListAxis<T> | RangeAxis;

export interface ListAxis<T = unknown> {
  readonly axis: 'list';
  readonly values: readonly T[];
  /** Axes of one group advance together instead of being crossed. */
  readonly paired?: string;
}

export interface RangeAxis {
  readonly axis: 'linear' | 'logarithmic' | 'powers-of-two' | 'interval';
  readonly from: number;
  readonly to: number;
  /** Number of values, both ends included; powers of two and intervals have none. */
  readonly count?: number;
  /** For intervals: how samplers should spread over it. */
  readonly scale?: 'linear' | 'logarithmic';
  readonly paired?: string;
}

/** The listed values, in this order. */
export const list = <const T>(...values: readonly T[]): ListAxis<T> => ({ axis: 'list', values });

/** `count` evenly spaced values, both ends included. */
export const linear = (from: number, to: number, count: number): RangeAxis => ({
  axis: 'linear',
  from,
  to,
  count,
});

/** `count` values with equal ratios, both ends included. */
export const logarithmic = (from: number, to: number, count: number): RangeAxis => ({
  axis: 'logarithmic',
  from,
  to,
  count,
});

/** from, 2·from, 4·from, … up to `to`. */
export const powersOfTwo = (from: number, to: number): RangeAxis => ({ axis: 'powers-of-two', from, to });

/** A real interval, for samplers that draw from it. */
export const interval = (
  from: number,
  to: number,
  scale: 'linear' | 'logarithmic' = 'linear',
): RangeAxis => ({
  axis: 'interval',
  from,
  to,
  scale,
});

/** Puts an axis into a group whose axes advance together; they need equal lengths. */
export const paired = <A extends Axis>(group: string, axis: A): A => ({ ...axis, paired: group });

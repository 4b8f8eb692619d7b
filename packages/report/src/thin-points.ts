import type { FrontPlot } from './front-plot.ts';

/** Cells per axis: about one pixel of the plot. */
const cells = 240;
/** More background points than this only make the file large. */
const mostPoints = 6_000;

/**
 * The background points worth drawing: of points that share a pixel in every panel and a group, the first; beyond
 * 6,000 every k-th of those. Points on the front are never among them. Depends on the points only, never on chance.
 */
export function thinPoints(plot: FrontPlot): readonly number[] {
  const onFront = new Set(plot.front);
  const axes = [plot.y, ...plot.x].map(({ values }) => pixelOf(values));
  const seen = new Set<string>();
  const kept: number[] = [];
  for (let point = 0; point < plot.groups.length; point++) {
    if (onFront.has(point)) continue;
    const key = `${plot.groups[point]} ${axes.map((pixel) => pixel(point)).join(' ')}`;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(point);
  }
  const stride = Math.ceil(kept.length / mostPoints);
  return stride <= 1 ? kept : kept.filter((_, index) => index % stride === 0);
}

/** Logarithmic where the values allow it, as the axes are. */
function pixelOf(values: Float64Array): (point: number) => number {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const scale = low > 0 ? Math.log : (value: number) => value;
  const [from, span] = [scale(low), scale(high) - scale(low) || 1];
  return (point) => Math.round(((scale(values[point] ?? 0) - from) / span) * cells);
}

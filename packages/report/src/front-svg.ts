import type { FrontPlot } from './front-plot.ts';
import { frontSpec } from './front-spec.ts';
import { svgOf } from './svg-of.ts';

/**
 * The front as an SVG with axes, units and legend: all points faint, the front emphasised, a colour and a shape for
 * every group. The same points give the same bytes. Works for no points, one, or a million.
 */
export function frontSvg(plot: FrontPlot): Promise<string> {
  return svgOf(frontSpec(plot));
}

import type { CurvePlot } from './curve-plot.ts';
import { curveSpec } from './curve-spec.ts';
import { svgOf } from './svg-of.ts';

/** Curves as an SVG with axes, units and legend; points that a logarithmic axis cannot show are left out. */
export function curveSvg(plot: CurvePlot): Promise<string> {
  return svgOf(curveSpec(plot));
}

import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import type { FrontPlot } from './front-plot.ts';
import { frontSpec } from './front-spec.ts';

/**
 * The front as an SVG with axes, units and legend: all points faint, the front emphasised, a colour and a shape for
 * every group. The same points give the same bytes. Works for no points, one, or a million.
 */
export async function frontSvg(plot: FrontPlot): Promise<string> {
  const view = new View(parse(compile(frontSpec(plot)).spec), { renderer: 'none' });
  try {
    return `${await view.toSVG()}\n`;
  } finally {
    view.finalize();
  }
}

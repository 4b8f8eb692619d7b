export type { CurveAxis, CurvePlot, CurveSeries } from './curve-plot.ts';
export { curveSvg } from './curve-svg.ts';
export type { FrontPlot, PlotAxis } from './front-plot.ts';
export { frontSvg } from './front-svg.ts';
export { mappingSvg, mappingsSvg } from './mapping/mapping-svg.ts';

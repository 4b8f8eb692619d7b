export type { FrontPlot, PlotAxis } from './front-plot.ts';
export { frontSvg } from './front-svg.ts';

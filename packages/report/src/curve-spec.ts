import type { TopLevelSpec } from 'vega-lite';
import type { CurveAxis, CurvePlot } from './curve-plot.ts';
import { colours, config, cycled, shapes } from './look.ts';

/** The Vega-Lite plan of curves: lines with marks, a legend below. */
export function curveSpec({ title, x, y, series }: CurvePlot): TopLevelSpec {
  const names = series.map(({ name }) => name);
  const values = series.flatMap(({ name, points }) =>
    points
      .filter((point) => drawable(point.x, x) && drawable(point.y, y))
      .map((point) => ({ ...point, name })),
  );
  const legend = { title: null, orient: 'bottom', direction: 'horizontal', columns: 3 };
  const encoding = {
    x: channel('x', x),
    y: channel('y', y),
    color: {
      field: 'name',
      type: 'nominal',
      scale: { domain: names, range: cycled(names, colours) },
      legend,
    },
  };
  const shape = {
    field: 'name',
    type: 'nominal',
    scale: { domain: names, range: cycled(names, shapes) },
    legend,
  };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: 'white',
    padding: 14,
    title: { text: title, anchor: 'start', offset: 14 },
    width: 460,
    height: 300,
    data: { values },
    layer: [
      { mark: { type: 'line', strokeWidth: 1.5, aria: false }, encoding },
      { mark: { type: 'point', filled: true, size: 46, aria: false }, encoding: { ...encoding, shape } },
    ],
    config,
  } as unknown as TopLevelSpec;
}

/** A logarithm knows no zero. */
const drawable = (value: number, { scale }: CurveAxis): boolean =>
  Number.isFinite(value) && (scale === 'linear' || value > 0);

function channel(field: string, { title, unit, scale }: CurveAxis): object {
  return {
    field,
    type: 'quantitative',
    title: unit === '1' ? title : `${title} (${unit})`,
    scale: scale === 'logarithmic' ? { type: 'log' } : { type: 'linear', zero: false },
    axis: { labelOverlap: 'greedy', format: ',.6~g' },
  };
}

import type { TopLevelSpec } from 'vega-lite';
import type { FrontPlot, PlotAxis } from './front-plot.ts';
import { colours, config, cycled, shapes } from './look.ts';
import { thinPoints } from './thin-points.ts';

/** The Vega-Lite plan of a front: one panel per x axis, all points faint, the front in full colour. */
export function frontSpec(plot: FrontPlot): TopLevelSpec {
  const used = plot.groupNames.filter((_, group) => plot.groups.includes(group));
  const background = recordsOf(plot, thinPoints(plot));
  const front = recordsOf(plot, [...plot.front]);
  const panels = plot.x.map((axis, index) => ({
    width: 300,
    height: 300,
    layer: [
      layer(background, { filled: true, ...faintness(background.length) }),
      layer(front, { filled: true, opacity: 0.95, size: 64, stroke: 'white', strokeWidth: 0.7 }),
    ],
    encoding: {
      x: channel(`x${index}`, axis, true),
      y: channel('y', plot.y, index === 0),
      color: legend(plot.by, used, colours),
      shape: legend(plot.by, used, shapes),
    },
  }));
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    background: 'white',
    padding: 14,
    title: {
      text: plot.title,
      subtitle: `${counted(plot.front.length, 'design')} on the front of ${counted(plot.groups.length, 'point')}`,
      anchor: 'start',
      offset: 14,
    },
    hconcat: panels,
    spacing: 26,
    config,
  } as TopLevelSpec;
}

const counted = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;

function recordsOf(plot: FrontPlot, points: readonly number[]): readonly Readonly<Record<string, unknown>>[] {
  return points.map((point) => ({
    y: shown(plot.y, point),
    ...Object.fromEntries(plot.x.map((axis, index) => [`x${index}`, shown(axis, point)])),
    group: plot.groupNames[plot.groups[point] ?? 0],
  }));
}

/** Few background points must stay visible; many must not drown the front. */
const faintness = (count: number): object =>
  count < 300 ? { opacity: 0.4, size: 22 } : { opacity: 0.22, size: 10 };

/** Fractions are read more easily in percent. */
const percent = (axis: PlotAxis): boolean => axis.unit === '1' && /rate/i.test(axis.column);

const shown = (axis: PlotAxis, point: number): number =>
  (axis.values[point] ?? 0) * (percent(axis) ? 100 : 1);

function layer(values: readonly unknown[], mark: object): object {
  return { data: { values }, mark: { type: 'point', aria: false, ...mark } };
}

function channel(field: string, axis: PlotAxis, titled: boolean): object {
  const unit = percent(axis) ? '%' : axis.unit;
  const title = unit === '' || unit === '1' ? axis.title : `${axis.title} (${unit})`;
  return {
    field,
    type: 'quantitative',
    scale: scaleOf(axis),
    title: titled ? title : null,
    axis: { tickCount: 6, labelOverlap: 'greedy', format: ',.6~g' },
  };
}

/** Logarithmic for what spans more than a factor of 3; linear, not from zero, for the rest. */
function scaleOf(axis: PlotAxis): object {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let point = 0; point < axis.values.length; point++) {
    low = Math.min(low, shown(axis, point));
    high = Math.max(high, shown(axis, point));
  }
  if (!(high >= low)) return { type: 'linear', domain: [0, 1] };
  if (low > 0 && high > 3 * low) return { type: 'log', domain: [low / 1.15, high * 1.15] };
  const margin = (high - low || Math.abs(high) || 1) * 0.06;
  return { type: 'linear', zero: false, domain: [low - margin, high + margin], nice: false };
}

function legend(by: string, names: readonly string[], range: readonly string[]): object {
  return {
    field: 'group',
    type: 'nominal',
    scale: { domain: names, range: cycled(names, range) },
    legend: names.length === 0 ? null : { title: by, orient: 'bottom', direction: 'horizontal', columns: 4 },
  };
}

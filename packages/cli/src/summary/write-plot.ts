import type { Plan } from '@bitfront/engine';
import type { FrontPlot, PlotAxis } from '@bitfront/report';
import { writeFileAtomic } from '@bitfront/store';
import type { Results } from './read-results.ts';

/** Writes front.svg: the error rate, or else the first objective, upwards, every other objective a panel. */
export async function writePlot(plan: Plan, results: Results, file: string): Promise<void> {
  const { columns, objectives: names, by, front } = results;
  const axes = names.map((column, index): PlotAxis => {
    const values = Float64Array.from(
      { length: columns.rows },
      (_, row) => columns.numbers[row * names.length + index] ?? 0,
    );
    return { column, title: titleOf(column), unit: unitOf(plan, column), values };
  });
  const upwards = Math.max(0, names.indexOf('errorRate'));
  const y = axes[upwards];
  if (y === undefined) return;
  const others = axes.filter((axis) => axis !== y);
  const plot: FrontPlot = {
    title: plan.pipeline.name,
    y,
    x: others.length > 0 ? others : [rankAxis(columns.rows)],
    by,
    groupNames: columns.groupNames,
    groups: columns.groups,
    front,
  };
  // Vega takes a third of a second to load: only now is it needed.
  const { frontSvg } = await import('@bitfront/report');
  writeFileAtomic(file, await frontSvg(plot));
}

const unitOf = (plan: Plan, column: string): string =>
  plan.columns.find(({ name }) => name === column)?.unit ?? '';

/** `energyPjPerInference` as `Energy per inference`: the words without the unit, which stands beside. */
function titleOf(column: string): string {
  const words = column.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[\s.]+/);
  const units = ['Um2', 'Mm2', 'Pj', 'Fj', 'Nj', 'Uj', 'Ns', 'Us', 'Ms', 'Uw', 'Mw'];
  const kept = words
    .filter((word) => !units.includes(word))
    .join(' ')
    .toLowerCase();
  return kept.charAt(0).toUpperCase() + kept.slice(1);
}

const rankAxis = (rows: number): PlotAxis => ({
  column: 'point',
  title: 'Point in plan order',
  unit: '',
  values: Float64Array.from({ length: rows }, (_, row) => row + 1),
});

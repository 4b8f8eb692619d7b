import { type Axis, type ChoiceData, checkParameters, type ParameterValue } from '@bitfront/core';
import { bitfrontError } from '@bitfront/errors';
import { axisValues, isAxis } from './axis-values.ts';
import type { LoadedPlugin, PlanAxis, PlanChoice } from './plan.ts';

/**
 * Checks one alternative: every value of every axis against the schema, before anything runs.
 * @throws PARAMETER_UNKNOWN, PARAMETER_MISSING, PARAMETER_INVALID, PIPELINE_AXIS_INVALID
 */
export function planChoice(plugin: LoadedPlugin, data: ChoiceData): PlanChoice {
  const fixed: Record<string, ParameterValue> = {};
  const axes: PlanAxis[] = [];
  for (const [name, value] of Object.entries(data.parameters)) {
    if (isAxis(value)) axes.push(planAxis(plugin, name, value));
    else fixed[name] = value;
  }
  const points = data.points?.filter((point) => Object.keys(point).length > 0) ?? [];
  if (points.length > 0) axes.push(planPoints(plugin, points, fixed));
  refuseTwice(plugin.name, axes);
  const first = Object.assign({}, fixed, ...axes.map((axis) => axis.assignments[0])) as Record<
    string,
    ParameterValue
  >;
  const complete = checkParameters(plugin.name, plugin.stage.parameters, first) as Record<
    string,
    ParameterValue
  >;
  for (const axis of axes)
    for (const assignment of axis.assignments)
      checkParameters(plugin.name, plugin.stage.parameters, { ...first, ...assignment });
  return { plugin, fixed: complete, axes, given: Object.keys(first) };
}

/** Explicit combinations; what one of them leaves open takes its fixed value or its default. */
function planPoints(
  plugin: LoadedPlugin,
  points: NonNullable<ChoiceData['points']>,
  fixed: Readonly<Record<string, ParameterValue>>,
): PlanAxis {
  const parameters = [...new Set(points.flatMap(Object.keys))];
  const schema = plugin.stage.parameters as Readonly<Record<string, { readonly default?: ParameterValue }>>;
  const assignments = points.map((point) => {
    const complete = parameters.map(
      (name) => [name, point[name] ?? fixed[name] ?? schema[name]?.default] as const,
    );
    return Object.fromEntries(complete.filter(([, value]) => value !== undefined)) as typeof point;
  });
  return { parameters, assignments, group: undefined };
}

function planAxis(plugin: LoadedPlugin, name: string, axis: Axis): PlanAxis {
  const values = axisValues(plugin.name, name, axis);
  if (values === undefined) {
    const reason = 'An interval needs a sampler that draws from it; the grid needs a list or a range.';
    throw bitfrontError('PIPELINE_AXIS_INVALID', { plugin: plugin.name, parameter: name, reason });
  }
  const twice = axis.paired === undefined ? firstTwice(values) : undefined;
  if (twice !== undefined) {
    const reason = `The value ${JSON.stringify(twice)} stands there twice.`;
    throw bitfrontError('PIPELINE_AXIS_INVALID', { plugin: plugin.name, parameter: name, reason });
  }
  const assignments = values.map((value) => ({ [name]: value }));
  return { parameters: [name], assignments, group: axis.paired };
}

function firstTwice(values: readonly ParameterValue[]): ParameterValue | undefined {
  const seen = new Set<string>();
  return values.find((value) => seen.size === seen.add(JSON.stringify(value)).size);
}

function refuseTwice(plugin: string, axes: readonly PlanAxis[]): void {
  const seen = new Set<string>();
  for (const parameter of axes.flatMap((axis) => axis.parameters)) {
    if (seen.has(parameter))
      throw bitfrontError('PIPELINE_AXIS_INVALID', { plugin, parameter, reason: 'Two axes vary it.' });
    seen.add(parameter);
  }
}

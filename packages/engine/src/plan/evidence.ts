import { type AnyStage, canonical, type Parameter, type ParameterValue } from '@bitfront/core';
import type { LoadedPlugin } from './plan.ts';

/** What stands behind the numbers of one plugin in a row. */
export interface Evidence {
  readonly plugin: string;
  readonly version: number;
  readonly cite: string;
  readonly where: string;
  readonly how: string;
  readonly residual: string;
  /** Numbers that nobody published: inside the plugin, or as a default that was not replaced. */
  readonly assumed: readonly string[];
  /** Parameters that the pipeline or the user chose. */
  readonly given: readonly string[];
  /** Parameters left at a default with a source. */
  readonly cited: readonly string[];
}

/** The evidence of a plugin as canonical text; equal texts are one entry in run.json. */
export function evidenceOf(plugin: LoadedPlugin, given: readonly string[]): string {
  const stage = plugin.stage as AnyStage;
  const parameters = Object.entries(stage.parameters as Record<string, Parameter<ParameterValue>>);
  const left = parameters.filter(
    ([name, { provenance }]) => provenance !== undefined && !given.includes(name),
  );
  const assumed = left.filter(([, { provenance }]) => provenance?.how === 'assumed');
  const cited = left.filter(([, { provenance }]) => provenance?.how !== 'assumed');
  const evidence: Evidence = {
    plugin: plugin.name,
    version: stage.version,
    cite: stage.source.cite,
    where: stage.source.where,
    how: stage.source.how,
    residual: stage.source.residual,
    assumed: [
      ...(stage.source.assumed ?? []),
      ...assumed.map(([name, { provenance }]) => `${name}: ${provenance?.cite}`),
    ],
    given,
    cited: cited.map(([name, { provenance }]) => `${name}: ${provenance?.how}, ${provenance?.cite}`),
  };
  return canonical(evidence);
}

import type { Parameter, ParameterValue, Source } from '@bitfront/core';
import { BitfrontError } from '@bitfront/errors';
import { loadPlugin } from '@bitfront/engine';
import type { ListEntry } from '../summary/list-text.ts';

/** What any plugin says about itself; samplers and executors lack some of it. */
interface Described {
  readonly name: string;
  readonly version: number;
  readonly doc: string;
  readonly gives?: string;
  readonly weight?: string;
  readonly parameters?: Readonly<Record<string, Parameter<ParameterValue>>>;
  readonly source?: Source;
}

/** Loads plugins and describes them; one that cannot be loaded becomes a problem, not the end of the list. */
export async function describePlugins(
  names: readonly string[],
  folders: readonly string[],
): Promise<{ readonly entries: readonly ListEntry[]; readonly problems: readonly string[] }> {
  const entries: ListEntry[] = [];
  const problems: string[] = [];
  for (const name of names) {
    try {
      entries.push(entryOf((await loadPlugin<Described>(name, folders)).stage));
    } catch (error) {
      if (!(error instanceof BitfrontError)) throw error;
      problems.push(`${name}: ${error.what} ${error.why}`);
    }
  }
  return { entries, problems };
}

function entryOf({ name, version, doc, gives, weight, parameters = {}, source }: Described): ListEntry {
  return {
    name,
    version,
    doc,
    ...(gives === undefined ? {} : { gives }),
    ...(weight === undefined ? {} : { weight }),
    parameters: Object.entries(parameters).map(
      ([parameter, { unit, doc, expected, default: value, provenance }]) => ({
        name: parameter,
        unit,
        doc,
        expected,
        ...(value === undefined ? {} : { default: value }),
        ...(provenance === undefined ? {} : { provenance }),
      }),
    ),
    ...(source === undefined ? {} : { source }),
  };
}

import { Args } from '@oclif/core';
import { installedPlugins, listPipelines } from '@bitfront/engine';
import { BaseCommand, jsonFlag } from '../base-command.ts';
import { type ListEntry, listText } from '../summary/list-text.ts';
import { describePlugins } from '../world/describe-plugins.ts';
import { executors } from '../world/open-executor.ts';
import { type Places, findPlaces } from '../world/places.ts';

const kinds = ['plugins', 'pipelines', 'datasets', 'samplers', 'executors'] as const;
type Kind = (typeof kinds)[number];

export default class List extends BaseCommand {
  static override summary = 'List plugins with their parameters, pipelines, datasets, samplers or executors.';
  static override examples = [
    '<%= config.bin %> list',
    '<%= config.bin %> list plugins --json',
    '<%= config.bin %> list pipelines',
  ];
  static override args = {
    kind: Args.string({ options: [...kinds], default: 'plugins', description: 'what to list' }),
  };
  static override flags = { json: jsonFlag };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(List);
    const { entries, problems } = await entriesOf(args.kind as Kind, findPlaces());
    if (flags.json) this.printJson(entries);
    else this.print(listText(entries));
    for (const problem of problems) this.note(problem);
  }
}

async function entriesOf(
  kind: Kind,
  places: Places,
): Promise<{ readonly entries: readonly ListEntry[]; readonly problems: readonly string[] }> {
  if (kind === 'pipelines') {
    const entries = listPipelines(places.pipelines).map((name) => ({ name, doc: '', parameters: [] }));
    return { entries, problems: [] };
  }
  const names = installedPlugins(places.pluginFolders);
  const starts = { plugins: '', datasets: 'dataset-', samplers: 'sampler-', executors: 'executor-' }[kind];
  const { entries, problems } = await describePlugins(
    names.filter((name) => name.startsWith(starts)),
    places.pluginFolders,
  );
  const own =
    kind === 'executors'
      ? executors.map(({ name, version, doc }) => ({ name, version, doc, parameters: [] }))
      : [];
  return { entries: [...own, ...entries], problems };
}

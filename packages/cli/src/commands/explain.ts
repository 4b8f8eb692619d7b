import { existsSync, readFileSync } from 'node:fs';
import { Args } from '@oclif/core';
import { installedPlugins, listPipelines, resultFiles } from '@bitfront/engine';
import { bitfrontError, nearest } from '@bitfront/errors';
import { isRowEvent, type RowEvent, scanJournal } from '@bitfront/store';
import { BaseCommand, jsonFlag } from '../base-command.ts';
import { type Explanation, explanationOf, explanationText, type RunFile } from '../summary/explanation.ts';
import { findPlaces, type Places } from '../world/places.ts';
import { readRows } from '../summary/read-rows.ts';

export default class Explain extends BaseCommand {
  static override summary =
    'One point: its stages, numbers, evidence, failure with stack, and the command that runs it alone.';
  static override examples = ['<%= config.bin %> explain results/mnist-first-front 0a1b2c3d4e5f6071'];
  static override args = {
    folder: Args.string({ required: true, description: 'a result folder' }),
    point: Args.string({ required: true, description: 'its pointId, or the first characters of it' }),
  };
  static override flags = { json: jsonFlag };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Explain);
    const explanation = await explain(args.folder, args.point);
    if (flags.json) this.printJson(explanation);
    else this.print(explanationText(explanation));
  }
}

async function explain(folder: string, point: string): Promise<Explanation> {
  const files = resultFiles(folder);
  for (const file of [files.run, files.points, files.journal])
    if (!existsSync(file)) throw bitfrontError('RESULTS_MISSING', { folder, file });
  const run = JSON.parse(readFileSync(files.run, 'utf8')) as RunFile;
  const rows = readRows(files.points);
  const found = rows.filter(({ pointId = '' }) => pointId.startsWith(point));
  const [row] = found;
  if (found.length > 1) {
    const ids = found.slice(0, 10).map(({ pointId = '' }) => pointId);
    throw bitfrontError('POINT_AMBIGUOUS', { point, folder, count: found.length, ids });
  }
  if (row === undefined) {
    const guess = nearest(
      point,
      rows.slice(0, 10_000).map(({ pointId }) => pointId ?? ''),
    );
    const hint = guess === undefined ? '' : ` Did you mean "${guess}"?`;
    throw bitfrontError('POINT_UNKNOWN', { point, folder, count: rows.length, hint });
  }
  let event: RowEvent | undefined;
  await scanJournal(files.journal, (one) => {
    if (isRowEvent(one) && one.id === row.pointId) event = one;
  });
  const explanation = explanationOf(run, row, event?.failure);
  const note = noteOf(run, findPlaces());
  return note === undefined ? explanation : { ...explanation, note };
}

/** Results hold no paths, so files of the user's own must be named again. */
function noteOf({ pipeline, plugins }: RunFile, { pipelines, pluginFolders }: Places): string | undefined {
  const installed = installedPlugins(pluginFolders);
  const own = plugins.map(({ name }) => name).filter((name) => !installed.includes(name));
  const notes = [
    ...(listPipelines(pipelines).includes(pipeline)
      ? []
      : [`instead of the name "${pipeline}" give the path of that pipeline's file`]),
    ...(own.length === 0 ? [] : [`add --plugin FILE for ${own.join(', ')}`]),
  ];
  return notes.length === 0 ? undefined : `In this command ${notes.join('; ')}.`;
}

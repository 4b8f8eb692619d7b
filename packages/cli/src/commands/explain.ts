import { existsSync, readFileSync } from 'node:fs';
import { Args } from '@oclif/core';
import { resultFiles } from '@bitfront/engine';
import { bitfrontError, nearest } from '@bitfront/errors';
import { isRowEvent, type RowEvent, scanJournal } from '@bitfront/store';
import { BaseCommand, jsonFlag } from '../base-command.ts';
import { type Explanation, explanationOf, explanationText, type RunFile } from '../summary/explanation.ts';
import { readRows } from '../summary/read-rows.ts';

export default class Explain extends BaseCommand {
  static override summary =
    'One point: its stages, numbers, evidence, failure with stack, and the command that runs it alone.';
  static override examples = ['<%= config.bin %> explain results/mnist-first-front 0a1b2c3d4e5f6071'];
  static override args = {
    folder: Args.string({ required: true, description: 'a result folder' }),
    point: Args.string({ required: true, description: 'its pointId' }),
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
  const row = rows.find(({ pointId }) => pointId === point);
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
    if (isRowEvent(one) && one.id === point) event = one;
  });
  return explanationOf(run, row, event?.failure);
}

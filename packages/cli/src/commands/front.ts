import { Args, Flags } from '@oclif/core';
import { bitfrontError } from '@bitfront/errors';
import { BaseCommand } from '../base-command.ts';
import { copyRows } from '../csv/copy-rows.ts';
import { frontsByGroup } from '../csv/front-of-file.ts';
import { readColumns } from '../csv/read-columns.ts';
import { writePieces } from '../csv/write-pieces.ts';

export default class Front extends BaseCommand {
  static override summary = 'Pareto filter of any CSV file: keeps the rows that no other row dominates.';
  static override description =
    'Rows come out byte for byte, in the order of the file; rows with equal objectives all stay. Rows without a number in every objective (failed points) are left out and counted.';
  static override examples = [
    '<%= config.bin %> front results/mnist-first-front/points.csv --minimise errorRate,areaUm2',
    '<%= config.bin %> front points.csv --minimise areaUm2 --maximise accuracy --by device --out front.csv',
  ];
  static override args = {
    file: Args.string({ required: true, description: 'CSV file with a header line' }),
  };
  static override flags = {
    minimise: Flags.string({
      helpValue: 'COL[,COL…]',
      description: 'columns to minimise, separated by commas; a name with a comma in double quotes',
      multiple: true,
      multipleNonGreedy: true,
    }),
    maximise: Flags.string({
      helpValue: 'COL[,COL…]',
      description: 'columns to maximise, separated by commas',
      multiple: true,
      multipleNonGreedy: true,
    }),
    by: Flags.string({
      helpValue: 'COL[,COL]',
      description: 'one front for every combination of values in these columns',
      multiple: true,
      multipleNonGreedy: true,
    }),
    out: Flags.string({
      helpValue: 'FILE',
      description: 'write to this file instead of stdout',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Front);
    const minimise = names(flags.minimise);
    const maximise = names(flags.maximise);
    if (minimise.length + maximise.length === 0) {
      const problem = 'At least one column is needed: --minimise COL[,COL…] or --maximise COL[,COL…].';
      throw bitfrontError('COMMAND_USAGE_WRONG', { problem, command: 'front' });
    }
    const objectives = [...minimise, ...maximise];
    const both = minimise.find((name) => maximise.includes(name));
    if (both !== undefined) {
      const problem = `"${both}" cannot be minimised and maximised at once.`;
      throw bitfrontError('COMMAND_USAGE_WRONG', { problem, command: 'front' });
    }
    const columns = readColumns(args.file, objectives, names(flags.by));
    const { rows, skipped } = columns;
    if (rows === 0 && skipped > 0)
      throw bitfrontError('CSV_NO_NUMBERS', { file: args.file, columns: objectives, skipped });
    const front = frontsByGroup(
      columns,
      objectives.map((_, index) => index >= minimise.length),
    );
    await writePieces(flags.out, copyRows(args.file, columns, front));
    const left =
      skipped === 0
        ? ''
        : `; ${skipped.toLocaleString('en-US')} without a number in every objective ${skipped === 1 ? 'was' : 'were'} left out`;
    const where = flags.out === undefined ? '' : `, written to ${flags.out}`;
    const many = columns.groupNames.length > 1 ? ` (${columns.groupNames.length} fronts)` : '';
    this.note(
      `${front.length.toLocaleString('en-US')} of ${rows.toLocaleString('en-US')} rows are on the front${many}${left}${where}`,
    );
  }
}

function names(given: readonly string[] | undefined): readonly string[] {
  return (given ?? [])
    .flatMap((list) => list.match(/"(?:[^"]|"")*"|[^,]+/g) ?? [])
    .map((name) => name.trim())
    .map((name) => (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name))
    .filter((name) => name !== '');
}

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Args, Flags } from '@oclif/core';
import {
  findReproduction,
  type Reproduction,
  reproductions,
  reproductionTable,
} from '@bitfront/reproductions';
import { BaseCommand } from '../base-command.ts';
import { exitCode } from '../failure/exit-code.ts';
import { openProgress, type ProgressKind } from '../progress/open-progress.ts';
import { reproductionText } from '../reproduce/reproduction-text.ts';
import { runStudy, type Study, type StudyPlace } from '../reproduce/run-study.ts';
import { writeReproduction } from '../reproduce/write-reproduction.ts';
import { onInterrupt } from '../world/interrupt.ts';
import { openExecutor } from '../world/open-executor.ts';
import { findPlaces } from '../world/places.ts';

export default class Reproduce extends BaseCommand {
  static override summary = 'Compare what a paper claims with what Bitfront computes.';
  static override description =
    'Sweeps the studies of the paper, or goes on with them, then prints a table: claim, published number, ours with its ' +
    'interval, tolerance, verdict. "reproduced": within the tolerance, which was fixed before the first run. ' +
    '"direction only": on the side that the claim names, or no more can be said since the paper does not give its ' +
    'numbers. Table and plots go to results/reproductions. Papers: ' +
    `${reproductions.map(({ paper }) => paper).join(', ')}.`;
  static override examples = [
    '<%= config.bin %> reproduce bocquet-2018-2t2r',
    '<%= config.bin %> reproduce all --threads 8',
  ];
  static override args = {
    paper: Args.string({ required: true, description: 'a paper as named above, or all' }),
  };
  static override flags = {
    threads: Flags.integer({ min: 1, max: 1024, description: 'worker threads (default: one per core)' }),
    out: Flags.string({ helpValue: 'DIR', default: 'results', description: 'folder for studies and tables' }),
    progress: Flags.string({
      options: ['auto', 'json', 'none'],
      default: 'auto',
      description: 'how progress is told on stderr',
    }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Reproduce);
    const wanted = findReproduction(args.paper);
    const places = findPlaces();
    const threads = flags.threads ?? availableParallelism();
    const { name, executor } = await openExecutor('piscina', threads, places.pluginFolders);
    const progress = openProgress(flags.progress as ProgressKind);
    const interrupt = onInterrupt(() =>
      progress.notice('Interrupted: finishing what ends within 10 s. Press Ctrl-C again to stop at once.'),
    );
    const { signal } = interrupt;
    const place = { executor, executorName: name, places, folder: flags.out, signal, progress };
    try {
      for (const reproduction of wanted)
        if (!(await this.#reproduce(reproduction, place, join(flags.out, 'reproductions')))) return;
    } finally {
      progress.end();
      interrupt.done();
      await executor.close();
    }
  }

  /** False where it was interrupted. */
  async #reproduce(reproduction: Reproduction, place: StudyPlace, folder: string): Promise<boolean> {
    const studies = new Map<string, Study>();
    for (const name of reproduction.pipelines) {
      this.note(`${reproduction.paper}: ${name} …`);
      const study = await runStudy(name, place);
      if (study.summary.status === 'interrupted') {
        this.note('Interrupted. The same command goes on from here.');
        process.exitCode = exitCode.interrupted;
        return false;
      }
      if (study.summary.report.points.failed > 0) process.exitCode = exitCode.failedPoints;
      studies.set(name, study);
    }
    const results = { rows: (name: string) => studies.get(name)?.rows ?? [] };
    const table = reproductionTable(reproduction, results);
    const files = await writeReproduction(reproduction, table, results, folder);
    const lines = ['', 'files', ...files.map((file) => `  ${file}`), ''];
    this.print([reproductionText(reproduction, table), ...lines].join('\n'));
    return true;
  }
}

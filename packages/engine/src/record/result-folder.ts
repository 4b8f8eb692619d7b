import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  type Journal,
  lockFolder,
  openJournal,
  type RowEvent,
  scanJournal,
  isRowEvent,
  type FolderLock,
} from '@bitfront/store';
import { createPastWork, noWork, type Work } from './past-work.ts';
import { compareHeaders, type RunHeader } from './run-header.ts';

/** The files of a run. Other people's scripts rely on these names. */
export interface ResultFiles {
  readonly points: string;
  readonly front: string;
  readonly run: string;
  readonly journal: string;
  readonly plot: string;
}

export function resultFiles(folder: string): ResultFiles {
  return {
    points: join(folder, 'points.csv'),
    front: join(folder, 'front.csv'),
    run: join(folder, 'run.json'),
    journal: join(folder, 'journal.jsonl'),
    plot: join(folder, 'front.svg'),
  };
}

/** A result folder that this process alone writes. */
export interface ResultFolder {
  readonly journal: Journal;
  readonly lock: FolderLock;
  /** What earlier starts have worked. */
  readonly pastWork: Work;
  /** Hands over all headers (this start's too) and the rows of earlier starts, in the order of the journal. */
  restore(
    takeHeader: (header: RunHeader, offset: number) => void,
    takeRow: (event: RowEvent, offset: number) => void,
  ): Promise<void>;
}

/**
 * Locks a folder and opens its journal. Results of older code or of other data files, or all of them
 * with `fresh`, are moved aside.
 * @throws RESULTS_IN_USE, RESULTS_OTHER_PIPELINE, RESULTS_WOULD_MIX, and the store's errors of the disk
 */
export async function openResultFolder(
  folder: string,
  header: RunHeader,
  options: { readonly fresh: boolean; readonly notice: (message: string) => void },
): Promise<ResultFolder> {
  const lock = lockFolder(folder);
  try {
    const files = resultFiles(folder);
    const past = await readPast(files.journal);
    const old = past.header;
    let pastWork = past.work;
    const why = old === undefined ? undefined : whyAside(folder, old, header, options.fresh);
    if (why !== undefined) {
      const moved = moveAside(folder, files);
      pastWork = noWork;
      options.notice(`Earlier results were moved to ${moved} (${why}).`);
    }
    const { journal: log, ...tables } = files;
    if (
      !existsSync(log) &&
      Object.values(tables as Record<string, string>).some((file) => existsSync(file))
    ) {
      const moved = moveAside(folder, files);
      options.notice(`The folder held tables without a journal; they were moved to ${moved}.`);
    }
    const journal = openJournal(files.journal);
    journal.append({ ...header });
    return {
      journal,
      lock,
      pastWork,
      async restore(takeHeader, takeRow) {
        journal.flush();
        await scanJournal(files.journal, (event, offset) => {
          if (isRowEvent(event)) takeRow(event, offset);
          else if (event.t === 'run') takeHeader(event as unknown as RunHeader, offset);
        });
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function readPast(file: string): Promise<{ header: RunHeader | undefined; work: Work }> {
  let header: RunHeader | undefined;
  const past = createPastWork();
  if (existsSync(file))
    await scanJournal(file, (event) => {
      if (event.t === 'run') header = event as unknown as RunHeader;
      past.take(event);
    });
  return { header, work: past.total() };
}

/** Why earlier results cannot stay beside new ones, or nothing. */
function whyAside(folder: string, old: RunHeader, now: RunHeader, fresh: boolean): string | undefined {
  if (fresh) return '--fresh';
  const reasons = {
    extend: undefined,
    older: 'a plugin has changed since',
    'other-files': 'a data file has changed since',
  };
  return reasons[compareHeaders(folder, old, now)];
}

function moveAside(folder: string, files: ResultFiles): string {
  const taken = readdirSync(folder).filter((name) => name.startsWith('previous-')).length;
  let target = join(folder, `previous-${taken + 1}`);
  for (let number = taken + 2; existsSync(target); number++) target = join(folder, `previous-${number}`);
  mkdirSync(target);
  for (const file of Object.values(files) as string[])
    if (existsSync(file)) renameSync(file, join(target, basename(file)));
  return target;
}

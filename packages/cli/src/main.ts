import { run } from '@oclif/core';
import { bitfrontError, nearest } from '@bitfront/errors';
import { commands } from './commands.ts';
import { exitCode } from './failure/exit-code.ts';
import { reportFailure } from './failure/report-failure.ts';
import { watchForTheEnd } from './failure/unfinished.ts';
import { keepMemoryLean } from './world/lean-memory.ts';

/** Runs the command line; sets the exit code instead of leaving, so that output is written out. */
export async function main(words: readonly string[]): Promise<void> {
  keepMemoryLean();
  const done = watchForTheEnd(words);
  // oclif's own listener throws what is no closed pipe, with a stack.
  process.stdout.removeAllListeners('error').on('error', (error: NodeJS.ErrnoException) => {
    done();
    process.exit(closedOutput(error, words));
  });
  try {
    checkCommand(words);
    await run([...words], import.meta.url);
  } catch (error) {
    process.exitCode = reportFailure(error, words);
  } finally {
    done();
  }
}

/** The reader of a pipe has seen enough (`bitfront front … | head`), or the disk behind stdout is full. */
function closedOutput(error: NodeJS.ErrnoException, words: readonly string[]): number {
  if (error.code === 'EPIPE') return exitCode.success;
  return reportFailure(
    bitfrontError('OUTPUT_NOT_WRITTEN', { file: 'The output', reason: `${error.message}.` }),
    words,
  );
}

function checkCommand([first, second]: readonly string[]): void {
  if (first === undefined || first.startsWith('-') || first === 'help') return;
  const names = Object.keys(commands).map((id) => id.replace(':', ' '));
  if (names.includes(first)) return;
  const below = names.filter((name) => name.startsWith(`${first} `));
  if (below.length > 0 && (second === undefined || second.startsWith('-'))) return;
  const name = below.length > 0 ? `${first} ${second}` : first;
  if (names.includes(name)) return;
  const guess = nearest(name, names);
  const hint = guess === undefined ? '' : ` Did you mean "${guess}"?`;
  throw bitfrontError('COMMAND_UNKNOWN', { name, valid: names, hint });
}

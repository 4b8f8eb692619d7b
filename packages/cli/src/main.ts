import { run } from '@oclif/core';
import { bitfrontError, nearest } from '@bitfront/errors';
import { commands } from './commands.ts';
import { reportFailure } from './failure/report-failure.ts';
import { keepMemoryLean } from './world/lean-memory.ts';

/** Runs the command line; sets the exit code instead of leaving, so that output is written out. */
export async function main(words: readonly string[]): Promise<void> {
  keepMemoryLean();
  process.stdout.on('error', leaveQuietly);
  try {
    checkCommand(words);
    await run([...words], import.meta.url);
  } catch (error) {
    process.exitCode = reportFailure(error, words);
  }
}

/** The reader of a pipe has seen enough (`bitfront front … | head`). */
function leaveQuietly(error: NodeJS.ErrnoException): void {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
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

import { bitfrontError } from '@bitfront/errors';
import { exitCode } from './exit-code.ts';
import { reportFailure } from './report-failure.ts';

/**
 * Notices when code of others ends this process before the command is done: a pipeline or plugin file that calls
 * process.exit, or waits for what never comes. Without this, such a command would look like a success.
 * @returns what to call when the command is done, or leaves on purpose
 */
export function watchForTheEnd(words: readonly string[]): () => void {
  const onExit = (code: number): void => {
    if (code === exitCode.interrupted) return;
    process.exitCode = reportFailure(bitfrontError('COMMAND_CUT_OFF', { command: words[0] ?? '' }), words);
  };
  // Thrown behind our back, in a timer or a promise of theirs: told as any error is, its stack with --verbose.
  const onThrown = (error: unknown): void => {
    process.off('exit', onExit);
    process.exit(reportFailure(error, words));
  };
  process.once('exit', onExit).once('uncaughtException', onThrown);
  return () => void process.off('exit', onExit).off('uncaughtException', onThrown);
}

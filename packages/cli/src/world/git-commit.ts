import { execFileSync } from 'node:child_process';

/** The commit of the checkout this program runs from, with `-dirty` for changed files; nothing outside a checkout. */
export function gitCommit(): string | undefined {
  const ask = (...words: string[]): string =>
    execFileSync('git', words, {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 5_000,
    }).trim();
  try {
    const commit = ask('rev-parse', 'HEAD');
    return ask('status', '--porcelain', '--untracked-files=no') === '' ? commit : `${commit}-dirty`;
  } catch {
    return undefined;
  }
}

import { spawnSync } from 'node:child_process';

/** The first C++ compiler that answers: the one named by CXX, else g++, else clang++. */
export function findCompiler(named: string | undefined = process.env.CXX): string | undefined {
  const candidates = named ? [named] : ['g++', 'clang++'];
  return candidates.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);
}

import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

// Nx sets it for its tasks, and the commands under test would colour what the tests read.
delete process.env.FORCE_COLOR;

export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    include: [
      '{packages,plugins}/*/{src,bin,templates}/**/*.test.ts',
      'pipelines/**/*.test.ts',
      '.ci/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // Processes, because worker threads of the pool under test must not live inside worker threads of vitest.
    pool: 'forks',
    maxWorkers: 2,
    // Real data is trained on in hooks; commands are tested as child processes.
    testTimeout: 60_000,
    hookTimeout: 300_000,
    teardownTimeout: 20_000,
  },
});

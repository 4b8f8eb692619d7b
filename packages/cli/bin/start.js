// npm start: from a fresh clone to the first front. More words go to the sweep: npm start -- --threads 2
import { join } from 'node:path';
import { nodeFlags } from './node-flags.js';
import { prepare, root } from './prepare.js';
import { launch, leave } from './steps.js';

const { node, environment } = await prepare();
const run = join(import.meta.dirname, 'run.js');
leave(
  await launch(node, [...nodeFlags, run, 'sweep', 'mnist-first-front', ...process.argv.slice(2)], {
    cwd: root,
    env: environment,
  }),
);

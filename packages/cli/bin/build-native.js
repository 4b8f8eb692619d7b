// npm run build:native: the kernels as an addon for this machine's processor. Needs a C++ compiler; never required.
import { join } from 'node:path';
import { prepare, root } from './prepare.js';
import { launch, leave } from './steps.js';

const { node, environment } = await prepare();
const main = join(root, 'packages', 'kernels-native', 'dist', 'compile', 'main.js');
leave(await launch(node, [main], { cwd: root, env: environment }));

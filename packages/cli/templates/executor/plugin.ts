import { defineExecutor } from '@bitfront/core';
import { inlineExecutor } from '@bitfront/pool';

/** Where stages run: here in the main thread, one call after another. Replace `open` by your own machine. */
export default defineExecutor({
  ...inlineExecutor,
  name: 'plugin-name',
  version: 1,
  doc: 'one line for bitfront list',
});

import type { Services } from './services.ts';

/**
 * The services of a host that has none to offer: nothing is kept, one thread, every value made anew. Hashes are then
 * empty: where nothing is remembered, no key needs them.
 */
export const bareServices: Services = Object.freeze({
  checkpoint: Object.freeze({ load: async () => undefined, save: async () => undefined }),
  threads: 1,
  memo: Object.freeze({ get: <T>(_key: string, _bytes: number, make: () => T): T => make() }),
  inputHash: () => '',
});

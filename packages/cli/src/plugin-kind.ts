/** What `new-plugin` can start: the rooms its code and its tests import beside core and the test kit. */
export const pluginKinds = {
  device: { code: [], tests: [] },
  encoder: { code: [], tests: [] },
  evaluator: { code: [], tests: [] },
  cost: { code: [], tests: [] },
  dataset: { code: [], tests: [] },
  sampler: { code: ['errors'], tests: ['math'] },
  executor: { code: ['pool'], tests: [] },
} as const satisfies Readonly<
  Record<string, { readonly code: readonly string[]; readonly tests: readonly string[] }>
>;

export type PluginKind = keyof typeof pluginKinds;

import { bitfrontError } from '@bitfront/errors';
import type { PlanSlot } from './plan.ts';

/**
 * Checks that every slot stands below the slots that give what it reads.
 * @throws PIPELINE_PLUGIN_TWICE, PIPELINE_SLOT_EMPTY, PIPELINE_SLOT_TWICE, PIPELINE_SLOT_MIXED, PIPELINE_ARTIFACT_MISSING
 */
export function checkWiring(slots: readonly PlanSlot[]): void {
  const have = new Set<string>();
  const names = new Set<string>();
  for (const { name, choices } of slots) {
    if (names.has(name)) throw bitfrontError('PIPELINE_SLOT_TWICE', { name });
    names.add(name);
    if (choices.length === 0) throw bitfrontError('PIPELINE_SLOT_EMPTY', { name });
    const plugins = choices.map((choice) => choice.plugin.name);
    const twice = plugins.find((plugin, index) => plugins.indexOf(plugin) !== index);
    if (twice !== undefined) throw bitfrontError('PIPELINE_PLUGIN_TWICE', { slot: name, plugin: twice });
    for (const { plugin } of choices)
      for (const kind of Object.keys(plugin.stage.needs))
        if (!have.has(kind)) {
          const known = have.size > 0 ? [...have] : ['none'];
          const fields = { plugin: plugin.name, slot: name, kind, have: known };
          throw bitfrontError('PIPELINE_ARTIFACT_MISSING', fields);
        }
    const kinds = [...new Set(choices.map((choice) => choice.plugin.stage.gives as string))];
    if (kinds.length > 1) throw bitfrontError('PIPELINE_SLOT_MIXED', { name, kinds });
    for (const kind of kinds) have.add(kind);
  }
}

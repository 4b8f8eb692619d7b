import type { AnySampler, PipelineData, Space } from '@bitfront/core';
import { bitfrontError, nearest } from '@bitfront/errors';
import type { LoadedPipeline } from '../load/load-pipeline.ts';
import { installedPlugins } from '../load/find-plugin.ts';
import { loadPlugin, loadPluginFile } from '../load/load-plugin.ts';
import { whyNoStage } from '../load/why-no-stage.ts';
import { checkWiring } from './check-wiring.ts';
import { planChoice } from './choose.ts';
import { gridSpace } from './grid-space.ts';
import type { LoadedPlugin, Plan, PlanSlot } from './plan.ts';
import { checkObjectives, planColumns } from './plan-columns.ts';
import { refuseCombinations } from './refuse-combinations.ts';
import { parseRule, type Rule } from './rule.ts';
import { parseSetting, setParameter, setPlugins } from './settings.ts';

export interface PlanOptions {
  readonly seed: number;
  /** The texts after `--set`, applied in this order. */
  readonly settings: readonly string[];
  /** The files after `--plugin`. */
  readonly pluginFiles: readonly string[];
  readonly sampler?: string;
  readonly budget?: number;
}

/** Turns a pipeline into a plan; all that can be wrong about it is found here, before anything runs. */
export async function makePlan(pipeline: LoadedPipeline, options: PlanOptions): Promise<Plan> {
  const own = await loadOwn(options.pluginFiles, installedPlugins(pipeline.folders));
  const loaded = new Map<string, LoadedPlugin>(own);
  const load = async (name: string) => {
    const found = loaded.get(name) ?? (await loadInstalled(name, pipeline.folders, [...own.keys()]));
    loaded.set(name, found);
    return found;
  };
  const data = await applySettings(pipeline.data, options.settings, load);
  const slots: PlanSlot[] = [];
  for (const { name, choices } of data.slots) {
    const planned = [];
    for (const one of choices) planned.push(planChoice(await load(one.plugin), one));
    slots.push({ name, choices: planned });
  }
  checkWiring(slots);
  const rules = data.rules.map(parseRule);
  for (const rule of rules) checkRule(rule, slots);
  const columns = planColumns(slots);
  checkObjectives(data.name, data.objectives, columns);
  const space = gridSpace(slots, rules);
  if (!hasPoints(space, rules)) throw bitfrontError('PIPELINE_NO_POINTS', { name: data.name });
  refuseCombinations(slots, rules);
  const used = new Set(slots.flatMap((slot) => slot.choices.map((choice) => choice.plugin)));
  return {
    pipeline: data,
    slots,
    plugins: [...used],
    sampler: await loadPlugin<AnySampler>(options.sampler ?? 'sampler-grid', pipeline.folders),
    budget: options.budget,
    space,
    rules,
    columns,
    objectives: data.objectives,
    seed: options.seed,
  };
}

async function loadOwn(
  files: readonly string[],
  installed: readonly string[],
): Promise<ReadonlyMap<string, LoadedPlugin>> {
  const own = new Map<string, LoadedPlugin>();
  for (const file of files) {
    const plugin = await loadPluginFile(file);
    const { name } = plugin;
    if (installed.includes(name)) throw bitfrontError('PLUGIN_NAME_TAKEN', { file, name });
    if (own.has(name)) throw bitfrontError('PLUGIN_NAME_TWICE', { name });
    own.set(name, plugin);
  }
  return own;
}

async function loadInstalled(
  name: string,
  folders: readonly string[],
  own: readonly string[],
): Promise<LoadedPlugin> {
  const plugin = await loadPlugin(name, folders, own);
  const reason = whyNoStage(plugin.stage);
  if (reason === undefined) return plugin;
  throw bitfrontError('PLUGIN_NOT_A_STAGE', { plugin: name, module: plugin.module, reason });
}

async function applySettings(
  data: PipelineData,
  texts: readonly string[],
  load: (name: string) => Promise<LoadedPlugin>,
): Promise<PipelineData> {
  let changed = data;
  for (const text of texts) {
    const setting = parseSetting(text, changed);
    const { slot, parameter } = setting;
    if (parameter === undefined) {
      changed = setPlugins(changed, setting);
      continue;
    }
    const choices = changed.slots.find((one) => one.name === slot)?.choices ?? [];
    const plugins = await Promise.all(choices.map((one) => load(one.plugin)));
    const having = plugins.filter((plugin) => Object.hasOwn(plugin.stage.parameters, parameter));
    if (having.length === 0) {
      const valid = [...new Set(plugins.flatMap((plugin) => Object.keys(plugin.stage.parameters)))];
      const reason = `No plugin in slot "${slot}" has a parameter "${parameter}"; there are: ${valid.join(', ')}.`;
      const hint = didYouMean(parameter, valid);
      throw bitfrontError('PIPELINE_SETTING_INVALID', { setting: text, reason, hint });
    }
    const names = new Set(having.map((plugin) => plugin.name));
    changed = setParameter(changed, { ...setting, parameter }, (plugin) => names.has(plugin));
  }
  return changed;
}

/** A rule may only name slots, and parameters that at least one alternative of the slot has. */
function checkRule(rule: Rule, slots: readonly PlanSlot[]): void {
  for (const name of rule.names) {
    const [slotName, parameter] = name.split('.');
    const slot = slots.find((one) => one.name === slotName);
    const parameters = slot?.choices.flatMap((choice) => Object.keys(choice.plugin.stage.parameters)) ?? [];
    if (slot !== undefined && (parameter === undefined || parameters.includes(parameter))) continue;
    const valid =
      slot === undefined ? slots.map((one) => one.name) : parameters.map((one) => `${slotName}.${one}`);
    const hint = didYouMean(slot === undefined ? (slotName ?? '') : name, valid);
    const reason = `"${name}" is no slot.parameter of this pipeline.${hint}`;
    throw bitfrontError('PIPELINE_RULE_INVALID', { rule: rule.text, reason });
  }
}

/** Points tried before a very large grid is believed to have some that its rules allow. */
const mostTried = 1_000_000;

function hasPoints(space: Space, rules: readonly Rule[]): boolean {
  if (rules.length === 0) return space.size > 0;
  for (let index = 0; index < space.size; index++)
    if (index === mostTried || space.allows(space.at(index))) return true;
  return false;
}

function didYouMean(wrong: string, valid: readonly string[]): string {
  const guess = nearest(wrong, valid);
  return guess === undefined ? '' : ` Did you mean "${guess}"?`;
}

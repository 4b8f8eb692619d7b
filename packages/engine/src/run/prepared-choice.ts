import { canonical, type ParameterValue, type Point, type PointChoice, textHash } from '@bitfront/core';
import { type CsvText, csvText } from '@bitfront/store';
import { evidenceOf } from '../plan/evidence.ts';
import type { LoadedPlugin, Plan, PlanSlot } from '../plan/plan.ts';
import { type Above, declared } from '../plan/refuse-combinations.ts';

/** What the engine derives once from a choice and then uses for every point that holds it. */
export interface PreparedChoice {
  readonly slot: string;
  readonly plugin: LoadedPlugin;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** Kind of artifact and the parts read of it, in a fixed order. */
  readonly needs: readonly (readonly [kind: string, parts: readonly string[]])[];
  /** Of the kinds it reads, those that a heavy stage gives. */
  readonly costly: readonly string[];
  readonly gives: string;
  /** The parts of its artifact that some slot reads. */
  readonly read: readonly string[];
  /** What it shows to the stages below it. */
  readonly declared: Above[string];
  /** Plugin and parameters as text; what a point's id is made of. */
  readonly text: string;
  /** The part of a stage's key that does not depend on its inputs. */
  readonly keyPrefix: string;
  /** Cells of the slot's columns in points.csv. */
  readonly cells: CsvText;
  readonly evidence: string;
}

/** Prepares choices, remembering those that are still in use. */
export function choicePreparer(plan: Plan): (point: Point) => readonly PreparedChoice[] {
  const known = new WeakMap<PointChoice, PreparedChoice>();
  const columns = plan.slots.map((slot) => slotParameters(slot));
  const readers = partsRead(plan);
  const costly = costlyKinds(plan);
  return (point) =>
    plan.slots.map((slot, index) => {
      const choice = point[slot.name] as PointChoice;
      let prepared = known.get(choice);
      if (prepared === undefined) {
        prepared = prepare(slot, choice, columns[index] ?? [], readers, costly);
        known.set(choice, prepared);
      }
      return prepared;
    });
}

/** 64 bits of the hash of what a point is: equal on every machine, whatever else the plan holds. */
export function pointId(prepared: readonly PreparedChoice[]): string {
  return textHash(prepared.map(({ slot, text }) => `${slot}=${text}`).join('\n')).slice(0, 16);
}

/** The names of a slot's parameters over all its alternatives, in the order of the columns. */
export function slotParameters(slot: PlanSlot): readonly string[] {
  return [...new Set(slot.choices.flatMap(({ plugin }) => Object.keys(plugin.stage.parameters)))];
}

/** By kind of artifact, the parts that any stage of the plan reads. */
function partsRead(plan: Plan): ReadonlyMap<string, readonly string[]> {
  const read = new Map<string, readonly string[]>();
  for (const { stage } of plan.plugins)
    for (const [kind, parts] of Object.entries(stage.needs as Record<string, readonly string[]>))
      read.set(kind, [...new Set([...(read.get(kind) ?? []), ...parts])]);
  return read;
}

/** The kinds of artifact that some heavy stage of the plan gives. */
function costlyKinds(plan: Plan): ReadonlySet<string> {
  return new Set(
    plan.plugins.filter(({ stage }) => stage.weight === 'heavy').map(({ stage }) => stage.gives as string),
  );
}

function prepare(
  slot: PlanSlot,
  choice: PointChoice,
  columns: readonly string[],
  readers: ReadonlyMap<string, readonly string[]>,
  costly: ReadonlySet<string>,
): PreparedChoice {
  const planned = slot.choices.find((one) => one.plugin.name === choice.plugin) ?? slot.choices[0];
  const { plugin, given } = planned as PlanSlot['choices'][number];
  const { stage } = plugin;
  const parameters = canonical(choice.parameters);
  const needs = Object.entries(stage.needs as Record<string, readonly string[]>);
  return {
    slot: slot.name,
    plugin,
    parameters: choice.parameters,
    needs: needs
      .map(([kind, parts]) => [kind, [...parts].sort()] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    costly: needs.map(([kind]) => kind).filter((kind) => costly.has(kind)),
    gives: stage.gives as string,
    read: readers.get(stage.gives as string) ?? [],
    declared: declared(plugin, choice.parameters),
    text: `${plugin.name}${parameters}`,
    keyPrefix: textHash(`${plugin.name}@${stage.version}#${plugin.hash}${parameters}`),
    cells: csvText([plugin.name, ...columns.map((name) => cell(choice.parameters[name]))]),
    evidence: evidenceOf(plugin, given),
  };
}

function cell(value: ParameterValue | undefined): string | number {
  if (value === undefined) return '';
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
}

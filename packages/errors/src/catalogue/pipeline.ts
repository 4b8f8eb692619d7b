import { defineErrors } from '../define-errors.ts';

/** A pipeline cannot be planned. */
export const pipelineErrors = defineErrors({
  PIPELINE_UNKNOWN: {
    what: 'There is no pipeline "{name}".',
    why: 'It is neither a file nor one of the known pipelines: {valid}.',
    now: 'Give one of these names, or the path of a .ts or .json file.{hint}',
  },
  PIPELINE_UNREADABLE: {
    what: 'The pipeline {file} cannot be read.',
    why: '{reason}',
    now: 'Correct the file: a .ts pipeline exports its plan as default, a .json pipeline holds the same plan as data.',
  },
  PIPELINE_INVALID: {
    what: 'The pipeline {file} is not a valid plan.',
    why: '{reason}',
    now: 'Correct the entry that is named.',
  },
  PIPELINE_SETTING_INVALID: {
    what: 'The setting "{setting}" cannot be used.',
    why: '{reason}',
    now: 'Write --set SLOT=PLUGIN[,PLUGIN] or --set SLOT.PARAMETER=VALUE[,VALUE].{hint}',
  },
  PIPELINE_SLOT_UNKNOWN: {
    what: 'The pipeline has no slot "{name}".',
    why: 'Its slots are: {valid}.',
    now: 'Correct the name.{hint}',
  },
  PIPELINE_SLOT_EMPTY: {
    what: 'The slot "{name}" holds no plugin.',
    why: 'Every slot needs at least one alternative.',
    now: 'Name a plugin for it.',
  },
  PIPELINE_SLOT_TWICE: {
    what: 'The slot "{name}" stands there twice.',
    why: 'Columns are named after slots, so names must differ.',
    now: 'Rename one of them.',
  },
  PIPELINE_PLUGIN_TWICE: {
    what: 'The slot "{slot}" holds the plugin "{plugin}" twice.',
    why: 'Rows tell alternatives apart by the names of their plugins.',
    now: 'Name it once, with an axis or with explicit points.',
  },
  PIPELINE_SLOT_MIXED: {
    what: 'The alternatives of slot "{name}" give different artifacts: {kinds}.',
    why: 'Later slots could not know what they read.',
    now: 'Put them into slots of their own.',
  },
  PIPELINE_ARTIFACT_MISSING: {
    what: '[{plugin}] Slot "{slot}" needs the artifact "{kind}", which no slot above it gives.',
    why: 'Artifacts flow from the first slot to the last; above it there are: {have}.',
    now: 'Put a plugin that gives "{kind}" above this slot.',
  },
  PIPELINE_REFUSED: {
    what: '[{plugin}] It refuses this combination: {reason}',
    why: 'The plugin declares what it can work with.',
    now: 'Change the alternatives, or exclude the combination by a rule.',
  },
  PIPELINE_AXIS_INVALID: {
    what: '[{plugin}] The axis of "{parameter}" is not usable.',
    why: '{reason}',
    now: 'Correct the axis in the pipeline.',
  },
  PIPELINE_PAIRED_LENGTHS: {
    what: 'The paired axes of group "{group}" have different lengths: {lengths}.',
    why: 'Paired axes advance together.',
    now: 'Give them equally many values.',
  },
  PIPELINE_TOO_MANY_ALTERNATIVES: {
    what: 'The slots have {count} combinations of alternatives.',
    why: 'At most {limit} are planned at once.',
    now: 'Split the study into several pipelines.',
  },
  PIPELINE_RULE_INVALID: {
    what: 'The rule "{rule}" cannot be used.',
    why: '{reason}',
    now: 'Rules compare numbers and slot.parameter names: partitioner.arrayRows * partitioner.arrayCols <= 65536.',
  },
  PIPELINE_NO_POINTS: {
    what: 'The pipeline "{name}" has no points.',
    why: 'Its rules exclude every combination, or an axis is empty.',
    now: 'Loosen the rules or add values.',
  },
  PIPELINE_COLUMN_TWICE: {
    what: 'The column "{column}" would be written twice: by {first} and by {second}.',
    why: 'Every column of points.csv has one meaning.',
    now: 'Rename the slot, or leave one of the plugins out.',
  },
  PIPELINE_COLUMN_UNKNOWN: {
    what: 'There is no column "{column}".',
    why: 'The numeric columns of this pipeline are: {valid}.',
    now: 'Correct the objective.{hint}',
  },
  PIPELINE_NO_OBJECTIVES: {
    what: 'The pipeline "{name}" names no objective.',
    why: 'Without objectives there is no Pareto front.',
    now: 'Add at least one, such as errorRate to be minimised.',
  },
  PLUGIN_UNKNOWN: {
    what: 'There is no plugin "{name}".',
    why: 'It is neither installed beside the pipeline nor given with --plugin. Known here: {valid}.',
    now: 'Correct the name, install the package, or give its file with --plugin.{hint}',
  },
  PLUGIN_FILE_MISSING: {
    what: 'There is no plugin file {file}.',
    why: 'The path given with --plugin does not exist.',
    now: 'Correct the path.',
  },
  PLUGIN_NAME_TAKEN: {
    what: 'The plugin file {file} calls itself "{name}", as an installed plugin does.',
    why: 'Rows name plugins: readers could not tell whose numbers they see.',
    now: 'Give it a name of its own.',
  },
  PLUGIN_NAME_TWICE: {
    what: 'Two --plugin files call themselves "{name}".',
    why: 'Points name plugins, so names must differ.',
    now: 'Rename one of them.',
  },
});

import { drawsInputs, inputScale } from '@bitfront/evaluation';
import type { StageContext } from '@bitfront/core';
import { compileKernels, type KernelModule } from '@bitfront/kernels';
import type { EvaluationInput } from '../evaluation-input.ts';
import type { Redrawing } from '../faults/fault-model.ts';
import { openRepeat, type RepeatState } from './repeat-state.ts';
import { repeatBytes } from './repeat-bytes.ts';

/** What calls of the evaluator for other levels of faults left behind. */
export interface Reuse {
  /** The state of a repeat; nothing where there is no room for it, so that it has to be evaluated on its own. */
  stateOf(repeat: number): RepeatState | undefined;
}

/**
 * Finds, or makes, the states of as many repeats as the memo of the thread has room for. No result depends on what they
 * hold: from whatever level a state is at, exact integer arithmetic leads to the same dots at the next one.
 */
export function openReuse(
  input: EvaluationInput,
  redraw: Redrawing,
  repeats: number,
  context: StageContext,
): Reuse {
  const nothing: Reuse = { stateOf: () => undefined };
  const { inputHash, memo } = context;
  // Wrong bits of a single image leave nothing behind that another level could begin from.
  if (redraw === 'inference') return nothing;
  // Without hashes nothing is remembered; sums beyond bytes are rare and not worth kernels of their own.
  if (inputHash('network', 'weights') === '' || inputScale(input.encoding.inference) > 255) return nothing;
  // What a shortcut adds changes with a layer further below, which moving layer by layer does not follow.
  if (input.network.architecture.layers.some((layer) => layer.kind !== 'dense' && layer.shortcut))
    return nothing;
  const bytes = repeatBytes(input);
  for (let kept = repeats; kept > 0; kept--) {
    const remembered = keptStates(context, kept, kept * bytes);
    if (remembered !== undefined) return { stateOf: (repeat) => stateOf(remembered, repeat) };
  }
  return nothing;

  function stateOf(states: KeptStates, repeat: number): RepeatState | undefined {
    if (repeat >= states.room) return undefined;
    states.module ??= compileKernels();
    const [first] = states.repeats;
    // Inputs of which nothing is drawn are the same in all repeats.
    const template = drawsInputs(input.encoding.inference) ? undefined : first;
    states.repeats[repeat] ??= openRepeat(input, repeat, states.module, context, template);
    return states.repeats[repeat];
  }

  function keptStates({ random }: StageContext, room: number, size: number): KeptStates | undefined {
    const parts = [
      ...(['description', 'test', 'validation'] as const).map((part) => inputHash('dataset', part)),
      inputHash('encoding', 'inference'),
      ...(['architecture', 'weights', 'thresholds', 'output'] as const).map((part) =>
        inputHash('network', part),
      ),
    ];
    // The seed has no name, but its streams tell seeds apart.
    const stream = random('reuse');
    const key = ['states', room, redraw, ...parts, ...Array.from({ length: 4 }, stream.uint32)].join(' ');
    const make = (): KeptStates => ({ room, module: undefined, repeats: [] });
    const first = memo.get(key, size, make);
    // What is too large for the memo is made anew every time.
    return memo.get(key, size, make) === first ? first : undefined;
  }
}

interface KeptStates {
  readonly room: number;
  module: KernelModule | undefined;
  readonly repeats: (RepeatState | undefined)[];
}

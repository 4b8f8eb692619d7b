import { describe, expect, it } from 'vitest';
import { tinyChoice } from '../fixtures/tiny-slots.ts';
import { checkWiring } from './check-wiring.ts';
import type { PlanSlot } from './plan.ts';

const device: PlanSlot = { name: 'device', choices: [tinyChoice('device-tiny', { priceFj: 1, flip: 0 })] };
const evaluator: PlanSlot = { name: 'evaluator', choices: [tinyChoice('evaluator-tiny', { repeats: 1 })] };
const cost: PlanSlot = { name: 'cost', choices: [tinyChoice('cost-tiny', { arrayRows: 1 })] };

const refusal = (...slots: PlanSlot[]) => {
  try {
    checkWiring(slots);
  } catch (error) {
    return error as { readonly code: string; readonly message: string };
  }
  return undefined;
};

describe('checkWiring', () => {
  it('accepts slots below what they read', () => expect(refusal(device, evaluator, cost)).toBeUndefined());

  it('accepts a slot that replaces what it reads', () => {
    expect(refusal(device, { ...device, name: 'device2' }, evaluator)).toBeUndefined();
  });

  it('names the plugin, its slot, what is missing and what is there', () => {
    const error = refusal(device, cost, evaluator);
    expect(error?.code).toBe('PIPELINE_ARTIFACT_MISSING');
    expect(error?.message).toContain(
      '[cost-tiny] Slot "cost" needs the artifact "evaluation", which no slot above it gives.',
    );
    expect(error?.message).toContain('above it there are: memory.');
    expect(refusal(evaluator)?.message).toContain('above it there are: none.');
  });

  it('does not let a stage read what it gives itself', () => {
    expect(refusal(cost, device)?.code).toBe('PIPELINE_ARTIFACT_MISSING');
  });

  it('checks every alternative', () => {
    const either: PlanSlot = { name: 'either', choices: [...device.choices, ...evaluator.choices] };
    expect(refusal(either)?.code).toBe('PIPELINE_ARTIFACT_MISSING');
  });

  it('refuses alternatives that give different artifacts', () => {
    const mixed: PlanSlot = { name: 'mixed', choices: [...evaluator.choices, ...device.choices] };
    const error = refusal(device, mixed);
    expect(error).toMatchObject({ code: 'PIPELINE_SLOT_MIXED' });
    expect(error?.message).toContain(
      'The alternatives of slot "mixed" give different artifacts: evaluation, memory.',
    );
  });

  it('refuses empty slots and two slots of one name', () => {
    expect(refusal({ name: 'empty', choices: [] })?.code).toBe('PIPELINE_SLOT_EMPTY');
    expect(refusal(device, device)?.code).toBe('PIPELINE_SLOT_TWICE');
  });
});

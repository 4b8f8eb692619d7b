import {
  type AnyStage,
  contentHash,
  deviceColumns,
  type Memory,
  type Needs,
  type ParameterSchema,
  type Stage,
} from '@bitfront/core';
import { BitfrontError } from '@bitfront/errors';
import { type Check, contractCheck, type Demand } from '../check.ts';
import { describeChecks } from '../describe-checks.ts';
import { descriptionChecks } from '../plugin/description-checks.ts';
import { parameterChecks } from '../plugin/parameter-checks.ts';
import { declarationChecks } from '../stage/declaration-checks.ts';
import { runCase } from '../stage/run-case.ts';
import { deviceSamples, type Given } from './device-samples.ts';
import {
  demandConductance,
  demandCorrection,
  demandFinite,
  demandProbabilities,
  demandSensing,
  demandSigns,
} from './memory-checks.ts';

export interface DeviceSuite {
  /** Points of the declared ranges that are tried; 200 unless given. */
  readonly samples?: number;
  readonly seed?: string;
  /** Parameters that are not swept, such as text. */
  readonly fixed?: Given;
}

/** The contract of a memory technology, tried over its declared parameter ranges. */
export function deviceChecks<N extends Needs, Schema extends ParameterSchema>(
  device: Stage<N, 'memory', Schema>,
  suite: DeviceSuite = {},
): readonly Check[] {
  const plain: AnyStage = device;
  const samples = deviceSamples(plain, suite.samples ?? 200, suite.seed ?? '1', suite.fixed ?? {});
  const each = (name: string, body: (demand: Demand, memory: Memory) => void) =>
    contractCheck(device.name, name, async (demand) => {
      for (const given of samples) {
        const memory = await memoryAt(plain, given);
        if (memory === undefined) continue;
        body((holds, problem) => demand(holds, `${problem} Parameters: ${JSON.stringify(given)}.`), memory);
      }
    });
  return [
    ...descriptionChecks(device),
    ...parameterChecks(device.name, device.parameters),
    ...declarationChecks(plain),
    contractCheck(device.name, 'gives a memory from parameters alone', (demand) => {
      demand(device.gives === 'memory', `it gives "${device.gives}".`);
      demand(Object.keys(device.needs).length === 0, `it needs ${Object.keys(device.needs).join(', ')}.`);
      demand(device.weight === 'light', 'it is declared heavy.');
    }),
    contractCheck(
      device.name,
      'refuses only with errors of the catalogue, and not everything',
      async (demand) => {
        const memories = await Promise.all(samples.map((given) => memoryAt(plain, given)));
        demand(
          memories.some((memory) => memory !== undefined),
          'it refuses every point of its own ranges.',
        );
      },
    ),
    each('gives finite numbers over its ranges', (demand, memory) => demandFinite(demand, memory)),
    each('gives flip probabilities in [0, 1]', demandProbabilities),
    each('gives areas, energies and times that are not negative', demandSigns),
    each('declares a known way of sensing', demandSensing),
    each('says how its words are corrected', demandCorrection),
    each('gives conductances of an on and an off state, or none', demandConductance),
    each('fills the columns of a technology', (demand, { row }) => {
      const expected = Object.keys(deviceColumns);
      demand(
        expected.every((name) => Object.hasOwn(row, name)),
        `its row lacks one of ${expected.join(', ')}.`,
      );
    }),
    contractCheck(device.name, 'is a pure function of its parameters', async (demand) => {
      const hashes = new Map<Given, string>();
      for (const given of samples)
        hashes.set(given, contentHash((await memoryAt(plain, given)) ?? 'refused'));
      for (const given of [...samples].reverse()) {
        const again = contentHash((await memoryAt(plain, given)) ?? 'refused');
        demand(
          again === hashes.get(given),
          `called twice with ${JSON.stringify(given)}, it gave two answers.`,
        );
      }
    }),
    contractCheck(device.name, 'draws no random numbers', async (demand) => {
      for (const given of samples) {
        const trial = await attempt(plain, given);
        demand(
          trial?.drewRandomNumbers !== true,
          'a technology is a formula; faults are drawn by the evaluator.',
        );
      }
    }),
    contractCheck(device.name, 'says which of its numbers nobody published', (demand) => {
      const assumed = Object.values<ParameterSchema[string]>(device.parameters).some(
        ({ provenance }) => provenance?.how === 'assumed',
      );
      const listed = (device.source.assumed ?? []).length > 0;
      demand(
        device.source.how !== 'assumed' || listed || assumed,
        'its source is assumed, but it lists no assumption.',
      );
    }),
  ];
}

/** The contract of a memory technology as a vitest suite. */
export function describeDevice<N extends Needs, Schema extends ParameterSchema>(
  device: Stage<N, 'memory', Schema>,
  suite: DeviceSuite = {},
): void {
  describeChecks(`${device.name} keeps the contract of a memory technology`, deviceChecks(device, suite));
}

/** Combinations that break the physics may be refused, with an error of the catalogue. */
async function attempt(device: AnyStage, parameters: Given) {
  try {
    return await runCase(device, { name: 'sample', parameters, inputs: {} });
  } catch (refusal) {
    if (refusal instanceof BitfrontError) return undefined;
    throw refusal;
  }
}

async function memoryAt(device: AnyStage, parameters: Given): Promise<Memory | undefined> {
  return (await attempt(device, parameters))?.artifact as Memory | undefined;
}

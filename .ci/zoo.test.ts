import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './rooms.ts';

/** What is read of a card. */
interface Card {
  readonly name: string;
  readonly seed: number;
  readonly pipeline: Readonly<Record<'dataset' | 'encoder' | 'evaluator', object>>;
  readonly [measure: string]: unknown;
}

const networks = join(root, 'packages/zoo/networks');
const cards = readdirSync(networks)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(join(networks, file), 'utf8')) as Card);
const measures = ['errorRate', 'errorRateLow95', 'errorRateHigh95', 'testImages', 'validationErrorRate'];

/** A memory without errors: its other figures reach no error rate. */
const memory = {
  plugin: 'device-sram-6t',
  parameters: {
    nodeNm: 22,
    supplyV: 0.9,
    bitLineRows: 128,
    bitLineFfPerCell: 0.2,
    readSwingV: 0.1,
    readTimeNs: 0.5,
    writeTimeNs: 0.4,
    standbyPowerNwPerBit: 0.01,
    bitErrorRate: 0,
  },
};

/** The one row of a sweep over the network, column to cell. */
function sweep({ name, seed, pipeline }: Card): Readonly<Record<string, string>> {
  const trainer = { plugin: 'trainer-zoo', parameters: { network: name } };
  const { dataset, encoder, evaluator } = pipeline;
  const slots = { dataset, encoder, trainer, device: memory, evaluator };
  const plan = {
    name: `zoo-${name}`,
    question: 'Is the network as good as its card says?',
    slots: Object.entries(slots).map(([slot, choice]) => ({ name: slot, choices: [choice] })),
    rules: [],
    objectives: [{ column: 'errorRate', direction: 'minimise', reference: 1 }],
  };
  const folder = mkdtempSync(join(tmpdir(), 'bitfront-zoo-'));
  try {
    writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan));
    const program = join(root, 'packages/cli/bin/run.js');
    const words = ['sweep', join(folder, 'plan.json'), '--seed', String(seed), '--out', folder, '--no-cache'];
    const data = process.env.BITFRONT_DATA ?? join(root, '..', 'shared', 'data');
    const env = { ...process.env, BITFRONT_DATA: data, NO_COLOR: '1' };
    const { stderr } = spawnSync(process.execPath, [program, ...words, '--progress', 'none'], { env });
    expect(String(stderr)).toBe('');
    const [header = '', row = ''] = readFileSync(join(folder, 'points.csv'), 'utf8').split('\n');
    const cells = row.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [];
    return Object.fromEntries(header.split(',').map((column, index) => [column, cells[index] ?? '']));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

it.each(cards.map((card) => [card.name, card] as const))(
  '%s of the zoo has the error rates of its card, to the last digit',
  (name, card) => {
    const row = sweep(card);
    if (['DATASET_FILE_MISSING', 'DATASET_UNPACK_FAILED'].includes(row.errorCode ?? '')) {
      process.stderr.write(
        `The error rate of ${name} is not checked: its dataset is not on this machine, or cannot be unpacked.\n`,
      );
      return;
    }
    expect(row.errorCode).toBe('');
    const found = Object.fromEntries(measures.map((measure) => [measure, Number(row[measure])]));
    expect(found).toEqual(Object.fromEntries(measures.map((measure) => [measure, card[measure]])));
  },
  600_000,
);

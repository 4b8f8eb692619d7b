import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listPipelines, loadPipeline } from './load-pipeline.ts';

const plan = {
  name: 'small-study',
  question: 'Which?',
  slots: [
    {
      name: 'device',
      choices: [{ plugin: 'device-a', parameters: { flip: { axis: 'list', values: [0.1, 0.2] } } }],
    },
  ],
  rules: ['device.flip < 1'],
  objectives: [{ column: 'errorRate', direction: 'minimise', reference: 1 }],
};

let folder = '';
const write = (name: string, content: string) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const load = (nameOrPath: string) => loadPipeline(nameOrPath, { pipelinesFolder: folder });
/** The plan with one entry changed. */
const changed = (change: object) => write('changed.json', JSON.stringify({ ...plan, ...change }));
const refusal = async (file: string) => {
  const refused = await load(file).then(
    () => undefined,
    (error: unknown) => error as { readonly code: string; readonly what: string; readonly why: string },
  );
  return refused === undefined ? 'loaded' : `${refused.code} ${refused.what} ${refused.why}`;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bitfront-load-'));
  write('small-study.json', JSON.stringify(plan));
  write('coded-study.ts', `export default ${JSON.stringify({ ...plan, name: 'coded-study' })};\n`);
  for (const other of ['package.json', 'tsconfig.json', 'notes.md', 'coded-study.test.ts'])
    write(other, '{}');
});

describe('loadPipeline', () => {
  it('loads by name and by path, from data and from code', async () => {
    expect(await load('small-study')).toEqual({
      data: plan,
      file: join(folder, 'small-study.json'),
      folders: [folder],
    });
    expect((await load(join(folder, 'small-study.json'))).data).toEqual(plan);
    const coded = await load('coded-study');
    expect([coded.data.name, coded.folders]).toEqual(['coded-study', [folder, folder]]);
  });

  it('takes plugins that lie beside a file for a .ts pipeline only: data brings no code', async () => {
    const own = mkdtempSync(join(tmpdir(), 'bitfront-own-'));
    for (const name of ['study.json', 'study.ts'])
      writeFileSync(
        join(own, name),
        `${name.endsWith('ts') ? 'export default ' : ''}${JSON.stringify(plan)}`,
      );
    expect((await load(join(own, 'study.json'))).folders).toEqual([folder]);
    expect((await load(join(own, 'study.ts'))).folders).toEqual([own, folder]);
  });

  it('lets rules be left out', async () => {
    const { rules: _, ...rest } = plan;
    expect((await load(write('plain.json', JSON.stringify(rest)))).data.rules).toEqual([]);
  });

  it('names the pipelines, and the nearest one', async () => {
    await expect(load('smal-study')).rejects.toMatchObject({
      code: 'PIPELINE_UNKNOWN',
      message: expect.stringContaining('Did you mean "small-study"?'),
      why: expect.stringMatching(/: .*coded-study.*small-study\.$/),
    });
  });

  it('says so where a path leads nowhere', async () => {
    await expect(load('nowhere/study.json')).rejects.toMatchObject({
      code: 'PIPELINE_UNREADABLE',
      why: 'There is no such file.',
    });
  });

  it.each(['', '{"name": "x",', 'export default {};', 'undefined'])(
    'refuses the text %j as no JSON',
    async (text) => {
      expect(await refusal(write('broken.json', text))).toMatch(/^PIPELINE_UNREADABLE .*broken\.json/);
    },
  );

  it.each([
    [{ name: 'Small Study' }, /name/],
    [{ question: 5 }, /question/],
    [{ slots: [] }, /slots/],
    [{ slot: [] }, /"slot"/],
    [{ slots: [{ name: 'a.b', choices: [] }] }, /slots\[0\]\.name/],
    [
      { slots: [{ name: 'a', choices: [{ plugin: '', parameters: {} }] }] },
      /slots\[0\]\.choices\[0\]\.plugin/,
    ],
    [{ slots: [{ name: 'a', choices: [{ plugin: 'p' }] }] }, /slots\[0\]\.choices\[0\]\.parameters/],
    [{ slots: [{ name: 'a', choices: [{ plugin: 'p', parameters: { x: null } }] }] }, /parameters\.x/],
    [
      { slots: [{ name: 'a', choices: [{ plugin: 'p', parameters: { x: { axis: 'square' } } }] }] },
      /parameters\.x/,
    ],
    [
      { slots: [{ name: 'a', choices: [{ plugin: 'p', parameters: {}, points: [{ x: {} }] }] }] },
      /points\[0\]\.x/,
    ],
    [{ rules: 'a < b' }, /rules/],
    [{ objectives: [{ column: 'a', direction: 'lower', reference: 1 }] }, /objectives\[0\]\.direction/],
    [{ objectives: [{ column: 'a', direction: 'minimise' }] }, /objectives\[0\]\.reference/],
  ])('names the entry that is wrong: %j', async (change, entry) => {
    const message = await refusal(changed(change));
    expect(message).toMatch(/^PIPELINE_INVALID The pipeline .*changed\.json is not a valid plan\./);
    expect(message).toMatch(entry);
  });

  it('runs no code of a JSON file', async () => {
    const mark = `bitfront${folder.length}Mark`;
    const code = `(globalThis[${JSON.stringify(mark)}] = true)`;
    for (const text of [
      code,
      `{"name": ${code}}`,
      JSON.stringify({ ...plan, question: code, rules: [code] }),
    ])
      await load(write('code.json', text)).catch(() => undefined);
    expect(Object.hasOwn(globalThis, mark)).toBe(false);
  });

  it.each([
    ['throws.ts', '\nthrow new TypeError("of its own");\n', /of its own \(line 2\)/],
    ['text.ts', 'throw "a text";\n', /It threw "a text"/],
    ['undefined.ts', 'throw undefined;\n', /It threw undefined/],
    ['study.txt', '{}', /ends in \.ts, \.js or \.json/],
    ['nothing.ts', 'export const plan = {};\n', /no default export/],
    ['syntax.ts', 'export default {\n', /PIPELINE_UNREADABLE/],
    ['number.ts', 'export default 5;\n', /PIPELINE_INVALID/],
  ])('says what is wrong with %s', async (name, code, reason) =>
    expect(await refusal(write(name, code))).toMatch(reason),
  );
});

describe('listPipelines', () => {
  it('lists plans, and neither tests nor manifests', () => {
    const listed = listPipelines(folder);
    expect(listed).toEqual(expect.arrayContaining(['coded-study', 'small-study']));
    for (const other of ['package', 'tsconfig', 'notes', 'coded-study.test'])
      expect(listed).not.toContain(other);
    expect(listPipelines(join(folder, 'missing'))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { importsOf, packageOf, type Room, readRooms, type SourceFile, withoutComments } from './rooms.ts';

/** Who alone may import what. */
const onlyOne: Readonly<Record<string, string>> = {
  'csv-stringify': 'packages/store',
  'csv-parse': 'packages/table-device',
  rxjs: 'packages/engine',
  piscina: 'packages/pool',
  vega: 'packages/report',
  'vega-lite': 'packages/report',
  '@oclif/core': 'packages/cli',
  mathjs: 'packages/crossbar-circuit',
};

/** What a room must never import, beside what `onlyOne` says. */
const never: readonly { readonly rooms: RegExp; readonly ours: RegExp; readonly except?: RegExp }[] = [
  // Leaves import nothing of ours but errors.
  { rooms: /^packages\/(errors|units|math|pareto|bits)$/, ours: /.*/, except: /^@bitfront\/errors$/ },
  { rooms: /^packages\/errors$/, ours: /.*/ },
  {
    rooms: /^packages\/(memory-physics|crossbar-circuit)$/,
    ours: /.*/,
    except: /^@bitfront\/(errors|math)$/,
  },
  { rooms: /^packages\/core$/, ours: /^@bitfront\/(engine|store|pool|report|cli|testkit)$/ },
  {
    rooms:
      /^packages\/(circuits|kernels|kernels-native|inference|stochastic|training|zoo|network-npz|codes|memory-parameters|table-device|bill|crossbar-mapping|crossbar-array|evaluation)$/,
    ours: /^@bitfront\/(engine|store|pool|report|cli)$/,
  },
  { rooms: /^packages\/(store|pool|report)$/, ours: /^@bitfront\/(engine|cli)$/ },
  { rooms: /^packages\/engine$/, ours: /^@bitfront\/(report|cli|pool)$/ },
  { rooms: /^plugins\//, ours: /^@bitfront\/(engine|store|report|cli)$/ },
  { rooms: /^plugins\/(?!executor-)/, ours: /^@bitfront\/pool$/ },
  { rooms: /^(packages|plugins)\//, ours: pluginPackage() },
];

/** Node's own modules that plugins may not touch: disk, network, clock, environment. */
const outside =
  /^(node:)?(fs|http|https|net|dgram|dns|tls|child_process|worker_threads|os|process|cluster)(\/|$)/;

const rooms = readRooms();
const code = rooms.flatMap((room) =>
  room.files.filter(({ isTest }) => !isTest).map((file) => ({ room, file })),
);

describe('the direction of imports', () => {
  it('looks at every room', () => expect(rooms.length).toBeGreaterThan(20));

  it.each(Object.entries(onlyOne))('%s is imported by %s alone', (module, owner) => {
    const users = everyUse()
      .filter((use) => use.package === module)
      .map((use) => use.room.path);
    expect(users.filter((path) => path !== owner)).toEqual([]);
  });

  it('nobody imports what the table forbids', () => {
    const found = everyUse().filter(
      (use) =>
        !use.isTest &&
        use.package.startsWith('@bitfront/') &&
        use.package !== use.room.manifest.name &&
        never.some(
          ({ rooms: pattern, ours, except }) =>
            pattern.test(use.room.path) && ours.test(use.package) && except?.test(use.package) !== true,
        ),
    );
    expect(found.map(({ where, package: name }) => `${where} imports ${name}`)).toEqual([]);
  });

  it('plugins touch no disk, network, clock or environment; datasets may read files', () => {
    const found = code.flatMap(({ room, file }) => {
      if (!room.path.startsWith('plugins/') || /\/(dataset|executor)-/.test(room.path)) return [];
      const modules = importsOf(file.text).filter((module) => outside.test(module));
      const globals =
        withoutComments(file.text).match(
          /\bprocess\.\w+|\bDate\.now|\bnew Date\b|\bperformance\.now|\bfetch\(/g,
        ) ?? [];
      return [...modules, ...globals].map((what) => `${file.path}: ${what}`);
    });
    // Reading a network that somebody trained elsewhere is what this plugin is for.
    expect(found.filter((line) => !line.startsWith('plugins/trainer-import/'))).toEqual([]);
  });

  it('every package that is imported stands in the manifest', () => {
    const found = everyUse().filter(({ room, package: name, isTest }) => {
      const { dependencies, devDependencies, peerDependencies } = room.manifest;
      const listed = { ...dependencies, ...peerDependencies, ...(isTest ? devDependencies : {}) };
      const shared = isTest && (name === 'vitest' || name === 'typescript');
      return name !== room.manifest.name && !shared && !Object.hasOwn(listed, name);
    });
    expect([...new Set(found.map(({ where, package: name }) => `${where} imports ${name}`))]).toEqual([]);
  });
});

describe('results depend on nothing hidden', () => {
  it('draws no unkeyed random numbers', () => {
    expect(lines(code, /\bMath\.random\b|\brandomBytes\b|\bgetRandomValues\b/)).toEqual([]);
  });

  it('computes nothing that reaches a row with functions that differ between engines', () => {
    // Command line, report and the time left are read by people only; math is where the exact ones live.
    const exempt = /^packages\/(cli|report|math|testkit)\//;
    const inexact =
      /\bMath\.(exp|expm1|log|log1p|log2|log10|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot)\b|[A-Za-z_)\]]\w*\s*\*\*\s*[\w(]|\d\s*\*\*\s*[A-Za-z_(]/;
    expect(
      lines(
        code.filter(({ file }) => !exempt.test(file.path)),
        inexact,
      ),
    ).toEqual([]);
  });

  it('throws only errors of the catalogue', () => {
    const bare = /\bnew Error\(/;
    expect(
      lines(
        code.filter(({ room }) => room.path !== 'packages/errors'),
        bare,
      ),
    ).toEqual([]);
  });

  it('logs nothing to the console', () => expect(lines(code, /\bconsole\.\w+\(/)).toEqual([]));
});

interface Use {
  readonly room: Room;
  readonly where: string;
  readonly package: string;
  readonly isTest: boolean;
}

function everyUse(): readonly Use[] {
  return rooms.flatMap((room) =>
    room.files.flatMap((file) =>
      importsOf(file.text).flatMap((module) => {
        const name = packageOf(module);
        return name === undefined ? [] : [{ room, where: file.path, package: name, isTest: file.isTest }];
      }),
    ),
  );
}

/** `path:line: text` of every line of code that matches. */
function lines(files: readonly { readonly file: SourceFile }[], pattern: RegExp): readonly string[] {
  return files.flatMap(({ file }) =>
    withoutComments(file.text)
      .split('\n')
      .flatMap((line) => (pattern.test(line) ? [`${file.path}: ${line.trim()}`] : [])),
  );
}

/** No room but the pipelines imports a plugin. */
function pluginPackage(): RegExp {
  return /^@bitfront\/(dataset|encoder|trainer|partitioner|device|ecc|evaluator|cost|sampler|executor|workload|clusterer|placer|noc)-/;
}

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';

/*
 * Where the packages come from and under which licences, as the lockfile has it. What is known of their
 * vulnerabilities only the registry can tell: .ci/audit.mjs asks it.
 */
const root = new URL('../', import.meta.url);

/** What the lockfile says of a package. */
interface Locked {
  readonly version: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
}

function read(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
const locked = Object.entries(packages).flatMap(([path, entry]) =>
  path === '' ? [] : [{ name: path.replace(/^.*node_modules\//, ''), ...entry }],
);
const atRunTime = locked.filter(({ dev }) => dev !== true);

/** SPDX ids of licences under which Colophon may run with a package, in lower case. */
const accepted: ReadonlySet<string> = new Set([
  '0bsd',
  'apache-2.0',
  'bsd-2-clause',
  'bsd-3-clause',
  'cc0-1.0',
  'isc',
  'mit',
  'mpl-2.0',
  'ofl-1.1',
  'python-2.0',
  'zlib',
]);

/** Packages whose manifest names the licence in the way of old, or not at all, and which it is. */
const stated: Readonly<Record<string, string>> = { 'format@0.2.2': 'MIT' };

/**
 * Libraries of machine code that sharp links to while it runs, each a package of its own that can be exchanged:
 * that is what the LGPL asks for. Nothing of them is bundled.
 */
const exchangeable = /^@img\/sharp-/;

/**
 * The processor of citations stays a package of its own, unchanged, under the CPAL-1.0, which is the MPL-1.1 with a
 * clause that asks for attribution: books with citations tell of it while they are built, and so does README.md.
 */
const attributed = new Map([['citeproc', 'cpal-1.0']]);

/** Whether a licence expression (SPDX 2.3, annex D) leaves a choice that is accepted. */
function isAccepted(expression: string, name = ''): boolean {
  const alternatives = expression.replaceAll(/[()]/g, '').split(/ or /i);
  return alternatives.some((each) =>
    each.split(/ and /i).every((id) => {
      const licence = id.trim().toLowerCase();
      if (licence === 'lgpl-3.0-or-later') return exchangeable.test(name);
      return accepted.has(licence) || attributed.get(name) === licence;
    }),
  );
}

describe('licences', () => {
  it('are read as expressions', () => {
    expect(
      ['MIT', '(MIT OR GPL-3.0-or-later)', 'MIT AND OFL-1.1', 'mpl-2.0'].filter((each) => isAccepted(each)),
    ).toHaveLength(4);
    expect(isAccepted('LGPL-3.0-or-later')).toBe(false);
    expect(isAccepted('Apache-2.0 AND LGPL-3.0-or-later', '@img/sharp-win32-x64')).toBe(true);
    expect(isAccepted('GPL-3.0-or-later', '@img/sharp-win32-x64')).toBe(false);
    expect(isAccepted('CPAL-1.0 OR AGPL-1.0', 'citeproc')).toBe(true);
    expect(isAccepted('CPAL-1.0 OR AGPL-1.0', 'another')).toBe(false);
    expect(['GPL-3.0', 'MIT AND AGPL-3.0-only', 'UNLICENSED', ''].filter((each) => isAccepted(each))).toEqual(
      [],
    );
  });

  it('that ask for attribution have it', () => {
    for (const name of attributed.keys()) {
      expect(read('README.md')).toMatch(new RegExp(`${name}\\S* .*Frank Bennett`));
      expect(read('src/build/citations.ts')).toContain('citeproc-js, copyright 2009–2019 Frank Bennett');
    }
  });

  it('of all packages at run time are permissive, or MPL, or LGPL where they can be exchanged', () => {
    expect(atRunTime.length).toBeGreaterThan(100);
    const others = atRunTime.flatMap(({ name, version, license }) => {
      const licence = license ?? stated[`${name}@${version}`] ?? '';
      return isAccepted(licence, name) ? [] : [`${name} ${version}: ${licence}`];
    });
    expect(others).toEqual([]);
  });

  it('of the fonts that go into books are the SIL Open Font License', () => {
    const fonts = atRunTime.filter(({ name }) => /(?:-|\/)(?:google-)?fonts?[-/]/.test(name));
    expect(fonts.length).toBeGreaterThan(9);
    expect(fonts.filter(({ license }) => license?.includes('OFL-1.1') !== true)).toEqual([]);
  });
});

describe('the lockfile', () => {
  it('has the SHA-512 of every package', () => {
    expect(locked.filter(({ integrity }) => integrity?.startsWith('sha512-') !== true)).toEqual([]);
  });

  it('names no place but the registry', () => {
    const places = locked.flatMap(({ resolved }) => resolved ?? []);
    expect(places.filter((place) => !place.startsWith('https://registry.npmjs.org/'))).toEqual([]);
  });

  it('and the manifest leave the browser one version, whose files are known', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const { version } = packages['node_modules/@sparticuz/chromium'] ?? {};
    expect(dependencies['@sparticuz/chromium']).toBe(version);
    expect(read('src/emit/pdf/browser/seal.ts')).toContain(`'${version}': '`);
  });
});

test('what the workflows use of others is named by its commit, with its version beside it', () => {
  const used = readdirSync(new URL('.github/workflows/', root)).flatMap(
    (name) => read(`.github/workflows/${name}`).match(/uses:.*/g) ?? [],
  );
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((each) => !/^uses: [\w./-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/.test(each))).toEqual([]);
});

test('the package is published from a workflow, with its provenance', () => {
  const { publishConfig } = JSON.parse(read('package.json')) as { publishConfig: unknown };
  expect(publishConfig).toEqual({ access: 'public', provenance: true });
  const workflow = read('.github/workflows/release.yml');
  expect(workflow).toMatch(/^ {6}id-token: write$/m);
  expect(workflow).toMatch(/npm publish --provenance/);
  expect(workflow.indexOf('bash .ci/run')).toBeLessThan(workflow.indexOf('npm publish'));
});

import { createRequire } from 'node:module';
import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { runTimePackages } from '../../src/machine/run-time-packages.ts';
import { sbomOf, type UsedComponent } from '../../src/release/sbom.ts';

/* The schema of CycloneDX as its library carries it. */
const require = createRequire(import.meta.url);
const folder = require
  .resolve('@cyclonedx/cyclonedx-library/package.json')
  .replace(/package\.json$/, 'res/schema/');
const schemaOf = (name: string): object => require(`${folder}${name}.SNAPSHOT.schema.json`) as object;
const ajv = new Ajv({ extendRefs: true, unknownFormats: ['iri-reference', 'idn-email'] });
const address = (name: string): string => `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`;
for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs'])
  ajv.addSchema({ ...schemaOf(name), $id: address(name) });
const isValid = ajv.compile(schemaOf('bom-1.6'));

const program: UsedComponent = {
  kind: 'program',
  name: 'colophon',
  version: '1.2.3',
  licence: 'MIT',
  isPackage: true,
};
const subject = { title: 'Ünder “Way”', slug: 'under-way', modified: new Date('2024-03-31T00:00:00Z') };

interface Bom {
  readonly metadata: { readonly timestamp: string };
  readonly components: ReadonlyArray<Readonly<Record<string, unknown>>>;
  readonly dependencies: ReadonlyArray<{ readonly ref: string; readonly dependsOn?: ReadonlyArray<string> }>;
}

function bomOf(used: ReadonlyArray<UsedComponent>): Bom {
  const bom = JSON.parse(Buffer.from(sbomOf(subject, program, used)).toString('utf8')) as Bom;
  expect(isValid(bom) ? [] : isValid.errors).toEqual([]);
  return bom;
}

describe('a bill of materials', () => {
  it('is one of CycloneDX 1.6, with versions, licences and hashes', () => {
    const { metadata, components, dependencies } = bomOf([
      { kind: 'platform', name: 'node', version: '20.0.0' },
      {
        kind: 'library',
        name: '@a/b',
        version: '1.0.0',
        licence: '(MIT OR ISC)',
        isPackage: true,
        hashes: { sha512: 'ab'.repeat(64) },
      },
      { kind: 'library', name: 'c', version: '2.0.0', licence: 'SEE LICENSE IN "c"', isPackage: true },
      { kind: 'data', name: 'font a.ttf', licence: 'OFL-1.1', hashes: { sha256: 'cd'.repeat(32) } },
    ]);
    expect(metadata.timestamp).toBe('2024-03-31T00:00:00.000Z');
    expect(components.map(({ name }) => name)).toEqual(['colophon', 'node', '@a/b', 'c', 'font a.ttf']);
    expect(components[2]).toEqual({
      type: 'library',
      name: '@a/b',
      version: '1.0.0',
      'bom-ref': 'pkg:npm/%40a/b@1.0.0',
      hashes: [{ alg: 'SHA-512', content: 'ab'.repeat(64) }],
      licenses: [{ expression: '(MIT OR ISC)' }],
      purl: 'pkg:npm/%40a/b@1.0.0',
    });
    expect(components[3]).toHaveProperty('licenses', [{ license: { name: 'SEE LICENSE IN "c"' } }]);
    expect(dependencies.find(({ ref }) => ref === 'pkg:npm/colophon@1.2.3')?.dependsOn).toEqual([
      'pkg:npm/%40a/b@1.0.0',
      'pkg:npm/c@2.0.0',
    ]);
    expect(dependencies.find(({ ref }) => ref === 'book:under-way')?.dependsOn).toContain(
      'pkg:npm/colophon@1.2.3',
    );
  });

  it('has no number and no time of its own', () => {
    expect(sbomOf(subject, program, [])).toEqual(sbomOf(subject, program, []));
    expect(bomOf([])).not.toHaveProperty('serialNumber');
  });

  it('takes the packages that the program runs with, each with a version and a licence', () => {
    const packages = runTimePackages();
    expect(packages.length).toBeGreaterThan(40);
    expect(packages.filter(({ version, licence }) => version === '' || licence === undefined)).toEqual([]);
    const { components } = bomOf(packages.map((each) => ({ kind: 'library', isPackage: true, ...each })));
    expect(new Set(components.map((each) => each['bom-ref'])).size).toBe(packages.length + 1);
  });
});

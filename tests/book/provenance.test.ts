import { describe, expect, it } from 'vitest';
import { parseStatement, revisionOf, statementOf, type StatementParts } from '../../src/book/provenance.ts';

const sha256 = 'ab'.repeat(32);
const gitCommit = '0123456789'.repeat(4);
const parts: StatementParts = {
  subject: [{ path: 'a.epub', sha256 }],
  parameters: { folder: 'book', editions: ['epub'] },
  materials: [
    { name: 'source', digest: { gitCommit }, annotations: { uncommitted: ['b.md'] } },
    { name: 'manuscript/a.md', digest: { sha256 } },
  ],
  builder: { id: 'pkg:npm/colophon#any-machine', version: { colophon: '1.2.3' } },
};
const bytesOf = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

describe('a statement of provenance', () => {
  it('is an in-toto statement with a predicate of SLSA', () => {
    expect(statementOf(parts)).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'a.epub', digest: { sha256 } }],
      predicateType: 'https://slsa.dev/provenance/v1',
      predicate: {
        buildDefinition: { externalParameters: { folder: 'book' }, resolvedDependencies: parts.materials },
        runDetails: { builder: parts.builder },
      },
    });
  });

  it('is read as it was written', () => {
    const statement = statementOf(parts);
    expect(parseStatement(bytesOf(statement))).toEqual(statement);
    expect(revisionOf(statement)).toEqual({ commit: gitCommit, uncommitted: ['b.md'] });
    expect(revisionOf(statementOf({ ...parts, materials: [] }))).toBeUndefined();
  });

  it.each([
    ['nothing', ''],
    ['text', 'no JSON'],
    [
      'another statement',
      JSON.stringify({ ...statementOf(parts), predicateType: 'https://slsa.dev/provenance/v0.2' }),
    ],
    [
      'a path out of the folder',
      JSON.stringify(statementOf({ ...parts, subject: [{ path: '../a', sha256 }] })),
    ],
    ['a hash that is none', JSON.stringify(statementOf({ ...parts, subject: [{ path: 'a', sha256: 'x' }] }))],
    [
      'a commit that is none',
      JSON.stringify(statementOf({ ...parts, materials: [{ digest: { gitCommit: '--all' } }] })),
    ],
    [
      'a text out of the folder',
      JSON.stringify(statementOf({ ...parts, parameters: { editions: ['epub'], text: '../a.md' } })),
    ],
  ])('is none of ours: %s', (_, text) => {
    expect(parseStatement(Buffer.from(text))).toBeUndefined();
  });
});

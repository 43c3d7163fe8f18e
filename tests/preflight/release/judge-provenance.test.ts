import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { checksumsName, checksumsOf, manifestName, parseManifest } from '../../../src/book/manifest.ts';
import { provenanceName, sbomName, statementOf, type Statement } from '../../../src/book/provenance.ts';
import { judgeProvenance } from '../../../src/preflight/release/judge-provenance.ts';
import { artifact, withManifest } from '../../../src/release/artifacts.ts';
import { makeMetadata } from '../../builders/metadata.ts';

const released = withManifest(
  [artifact('a.epub', 'epub', Buffer.from('E')), artifact('a.pdf', 'pdf', Buffer.from('P'))],
  {
    metadata: makeMetadata(),
    tools: { colophon: '1.2.3' },
    fonts: [],
    contents: [],
    media: [],
    checks: {},
  },
);
const all = [...released, artifact(sbomName, 'sbom', Buffer.from('{}'))];
const statement = statementOf({
  subject: all,
  parameters: { editions: ['epub'] },
  materials: [],
  builder: { id: 'pkg:npm/colophon#any-machine', version: { colophon: '1.2.3' } },
});

function judged(
  said: Statement | string | undefined,
  changed: Readonly<Record<string, string | undefined>> = {},
  hasSums = true,
) {
  const files = new Map(all.map(({ path, bytes }) => [path, bytes as Uint8Array]));
  if (said !== undefined)
    files.set(provenanceName, Buffer.from(typeof said === 'string' ? said : JSON.stringify(said)));
  if (hasSums)
    files.set(checksumsName, Buffer.from(checksumsOf([{ path: provenanceName, sha256: 'ab'.repeat(32) }])));
  for (const [name, text] of Object.entries(changed))
    if (text === undefined) files.delete(name);
    else files.set(name, Buffer.from(text));
  const manifest = parseManifest(released.find(({ path }) => path === manifestName)?.bytes as Uint8Array);
  const { messages } = judgeProvenance(files, manifest);
  return messages.map(({ file, rule, severity, reason }) => `${file} ${severity} ${rule} ${reason}`);
}

const wrong = `${provenanceName} error provenance-mismatch`;

describe('judgeProvenance', () => {
  it('finds nothing in a release that is as its statement says', () => {
    expect(judged(statement)).toEqual([]);
  });

  it('misses it', () => {
    expect(judged(undefined)).toEqual([
      'release.json warning provenance-missing The release does not say where it comes from',
    ]);
  });

  it('refuses what is no statement', () => {
    expect(judged('{"_type":"x"}')).toEqual([
      `${wrong} It is no statement of a build of Colophon, or is broken`,
    ]);
  });

  it('finds files that are others, that are gone, or of which nothing is said', () => {
    expect(judged(statement, { 'a.pdf': 'another' })).toEqual([`${wrong} It speaks of another a.pdf`]);
    expect(judged(statement, { 'a.pdf': undefined })).toEqual([`${wrong} It speaks of another a.pdf`]);
    const silent = { ...statement, subject: statement.subject.filter(({ name }) => !/pdf|sbom/.test(name)) };
    expect(judged(silent)).toEqual([`${wrong} It does not speak of ${sbomName}, a.pdf`]);
  });

  it('finds that the checksums do not know it', () => {
    expect(judged(statement, {}, false)).toEqual([`${wrong} SHA256SUMS does not have it`]);
  });

  it('finds a statement of another file of the name', () => {
    const sha256 = createHash('sha256').update('X').digest('hex');
    const other = {
      ...statement,
      subject: [...statement.subject, { name: 'SHA256SUMS', digest: { sha256 } }],
    };
    expect(judged(other)).toEqual([`${wrong} It speaks of another SHA256SUMS`]);
  });

  it('finds that it names another program', () => {
    const { predicate } = statement;
    const builder = { ...predicate.runDetails.builder, version: { colophon: '9' } };
    expect(judged({ ...statement, predicate: { ...predicate, runDetails: { builder } } })).toEqual([
      `${wrong} It names version 9 of Colophon, and release.json 1.2.3`,
    ]);
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Artifact } from '../../src/book/artifact.ts';
import type { Message } from '../../src/book/messages/messages.ts';
import { artifact, withChecksums, withManifest, type ReleaseFacts } from '../../src/release/artifacts.ts';
import { makeMetadata } from '../builders/metadata.ts';
import { held } from '../builders/held.ts';

const warning: Message = {
  file: '01.md',
  line: 1,
  column: 2,
  severity: 'warning',
  rule: 'image-alt',
  reason: 'No description',
  hint: '',
};

const facts: ReleaseFacts = {
  metadata: makeMetadata({ title: 'Кіт' }),
  pages: 12,
  tools: { colophon: '1.2.3' },
  fonts: ['EBGaramond_400Regular.ttf'],
  contents: [],
  media: [],
  checks: {
    manuscript: { messages: [warning, { ...warning, severity: 'error' }] },
    epubcheck: { messages: [] },
  },
};

function editions(): Artifact[] {
  return [
    artifact('the-whale.epub', 'epub', Buffer.from('epub bytes')),
    artifact('the-whale.pdf', 'pdf', Buffer.from('pdf bytes')),
  ];
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function text(artifacts: ReadonlyArray<Artifact>, path: string): string {
  return Buffer.from(held(artifacts.find((each) => each.path === path)?.bytes)).toString('utf8');
}

test('an artifact carries the checksum of its bytes', () => {
  // FIPS 180-4: the message "abc".
  expect(artifact('a', 'pdf', Buffer.from('abc')).sha256).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

describe('a release', () => {
  test('gives the editions, the manifest and the checksums', () => {
    expect(withChecksums(withManifest(editions(), facts)).map(({ path, kind }) => [path, kind])).toEqual([
      ['the-whale.epub', 'epub'],
      ['the-whale.pdf', 'pdf'],
      ['release.json', 'manifest'],
      ['SHA256SUMS', 'checksums'],
    ]);
  });

  test('says in the manifest everything about the editions', () => {
    const manifest = JSON.parse(
      text(withChecksums(withManifest(editions(), facts)), 'release.json'),
    ) as unknown;
    expect(manifest).toEqual({
      metadata: facts.metadata,
      artifacts: [
        { path: 'the-whale.epub', kind: 'epub', bytes: 10, sha256: sha256(Buffer.from('epub bytes')) },
        { path: 'the-whale.pdf', kind: 'pdf', bytes: 9, sha256: sha256(Buffer.from('pdf bytes')) },
      ],
      pages: 12,
      tools: { colophon: '1.2.3' },
      fonts: ['EBGaramond_400Regular.ttf'],
      contents: [],
      media: [],
      checks: {
        manuscript: { errors: 1, warnings: 1, messages: facts.checks['manuscript']?.messages },
        epubcheck: { errors: 0, warnings: 0, messages: [] },
      },
    });
  });

  test('leaves the page count out where nothing was printed', () => {
    const { pages: _, ...unprinted } = facts;
    expect(
      JSON.parse(text(withChecksums(withManifest(editions(), unprinted)), 'release.json')),
    ).not.toHaveProperty('pages');
  });

  test('lists a checksum that holds for every other file', () => {
    const artifacts = withChecksums(withManifest(editions(), facts));
    const lines = text(artifacts, 'SHA256SUMS').split('\n');
    expect(lines.pop()).toBe('');
    expect(lines).toEqual(artifacts.slice(0, -1).map(({ path, bytes }) => `${sha256(held(bytes))}  ${path}`));
  });

  test('gives equal bytes for equal editions', () => {
    const [one, other] = [
      withChecksums(withManifest(editions(), facts)),
      withChecksums(withManifest(editions(), facts)),
    ];
    expect(one.map(({ bytes }) => sha256(held(bytes)))).toEqual(
      other.map(({ bytes }) => sha256(held(bytes))),
    );
  });
});

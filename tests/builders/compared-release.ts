import type { ReleasedSection } from '../../src/book/contents.ts';
import { parseManifest, type Manifest } from '../../src/book/manifest.ts';
import type { ComparedRelease } from '../../src/compare/changes.ts';

/** A section of a release, of 1,000 words on four pages if nothing else is said. */
export function releasedSection(
  id: string,
  rest: Partial<ReleasedSection> & { readonly text?: string } = {},
): ReleasedSection {
  const { text = id, ...given } = rest;
  const sha256 = Buffer.from(text).toString('hex').padEnd(64, '0').slice(0, 64);
  return { id, role: 'chapter', title: id, words: 1000, notes: 0, pages: 4, sha256, ...given };
}

/** Sections one behind the other, from the first page on, and pages that begin with words of their own. */
export function releaseOfSections(
  contents: ReadonlyArray<ReleasedSection>,
  rest: Partial<Manifest> = {},
  metadata: Readonly<Record<string, unknown>> = { title: 'The Whale' },
): ComparedRelease {
  let page = 0;
  const placed = contents.map((section) => {
    const here = { ...section, page };
    page += section.pages ?? 0;
    return here;
  });
  const pageMap = placed.flatMap(({ id, page: first, pages = 0 }) =>
    Array.from({ length: pages }, (_, index) => ({
      label: String(first + index + 1),
      begins: `${id} ${index}`,
    })),
  );
  return { manifest: { ...manifestWith({ contents: placed, pages: page, pageMap }), ...rest }, metadata };
}

/** A manifest as a build writes it. */
export function manifestWith(rest: Readonly<Record<string, unknown>> = {}): Manifest {
  const written = {
    metadata: { title: 'The Whale', language: 'en', print: { trim: { width: 360, height: 576 }, bleed: 0 } },
    artifacts: [],
    tools: { colophon: '0.1.0' },
    ...rest,
  };
  const manifest = parseManifest(Buffer.from(JSON.stringify(written)));
  if (manifest === undefined) throw new Error('The manifest is not one that a build writes');
  return manifest;
}

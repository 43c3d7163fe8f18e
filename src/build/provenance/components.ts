import { createHash } from 'node:crypto';
import { sections } from '../../book/book.ts';
import { patternsFor } from '../../language/hyphenation.ts';
import { runTimePackages } from '../../machine/run-time-packages.ts';
import type { UsedComponent } from '../../release/sbom.ts';
import { version } from '../../version.ts';
import type { Job } from '../job.ts';
import type { Made } from '../make.ts';
import { browserComponent } from './browser-component.ts';

/** The program that makes the release. */
export const program: UsedComponent = {
  kind: 'program',
  name: 'colophon',
  version,
  licence: 'MIT',
  isPackage: true,
};

/** All that shaped the bytes of a release besides the manuscript and this program, in a fixed order. */
export async function componentsOf(made: Made, job: Job): Promise<UsedComponent[]> {
  const browser = await job.browserUsed();
  return [
    { kind: 'platform', name: 'node', version: process.versions.node, licence: 'MIT' },
    ...(browser === undefined ? [] : [await browserComponent(browser)]),
    ...libraries(),
    ...dataOf(made),
  ];
}

function libraries(): UsedComponent[] {
  return runTimePackages().map(({ name, version: installed, licence, integrity }) => ({
    kind: 'library',
    name,
    version: installed,
    licence,
    isPackage: true,
    ...(integrity !== undefined && { hashes: hashOfPackage(integrity) }),
  }));
}

/** As registries give it, SHA-512 in Base64. */
function hashOfPackage(integrity: string): { readonly sha512?: string } {
  const [, base64] = /^sha512-(\S+)$/.exec(integrity) ?? [];
  return base64 === undefined ? {} : { sha512: Buffer.from(base64, 'base64').toString('hex') };
}

/** What of our files and those of packages is in the book: theme, faces, patterns, profiles, style of citations. */
function dataOf({ making, files }: Made): UsedComponent[] {
  const { composed, source } = making;
  const { theme, manuscript } = source;
  const { profiles, citations, metadata } = manuscript;
  const whole = new Map([...theme.fonts, ...composed.scriptFaces].map((font) => [font.file, font]));
  const faces = composed.fonts.map(({ file }) => {
    const font = whole.get(file);
    return data(`font ${file}`, font?.bytes, { licence: 'OFL-1.1', description: font?.family });
  });
  const languages = [metadata.language, ...sections(composed.book).flatMap(({ language }) => language ?? [])];
  const patterns = new Set(languages.flatMap((language) => patternsFor(language)?.name ?? []));
  return [
    data(`theme ${theme.name}`, theme.stylesheets.print + theme.stylesheets.epub, {
      description: 'stylesheets of print, then those of the e-book',
    }),
    ...faces,
    ...[...patterns].toSorted().map((name) => data(`hyphenation patterns ${name}`)),
    ...(citations === undefined ? [] : [data(`style of citations ${citations.styleName}`, citations.style)]),
    ...(profiles === undefined || files.press === undefined
      ? []
      : [
          data(`colour profile ${profiles.output.identifier}`, profiles.output.bytes, {
            description: profiles.output.condition,
          }),
          data('colour profile sRGB', profiles.source),
        ]),
  ];
}

function data(
  name: string,
  content?: Uint8Array | string,
  more: Pick<UsedComponent, 'licence' | 'description'> = {},
): UsedComponent {
  if (content === undefined) return { kind: 'data', name, ...more };
  return {
    kind: 'data',
    name,
    hashes: { sha256: createHash('sha256').update(content).digest('hex') },
    ...more,
  };
}

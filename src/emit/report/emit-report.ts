import { readFile } from 'node:fs/promises';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { accessibilitySection } from './accessibility.ts';
import { checksSection } from './checks.ts';
import { contentsSection } from './contents.ts';
import { factsSection } from './facts.ts';
import { filesSection } from './files.ts';
import { messagesSection } from './messages.ts';
import { coverOf, picturesSection } from './pictures.ts';
import { proofsSection } from './proofs.ts';
import type { ReportedRelease } from './reported-release.ts';
import { rightsSection } from './rights.ts';

/** The sections of the report, in its order; each is undefined where there is nothing to tell. */
const sections: ReadonlyArray<(release: ReportedRelease) => ElementContent | undefined> = [
  factsSection,
  picturesSection,
  messagesSection,
  checksSection,
  proofsSection,
  contentsSection,
  rightsSection,
  accessibilitySection,
  filesSection,
];

/**
 * The report of a release as one HTML page that needs nothing else: no script, no file, no network. The same
 * release gives the same bytes.
 */
export async function emitReport(release: ReportedRelease): Promise<Uint8Array> {
  const { title, subtitle, contributors } = release.metadata;
  const authors = contributors.filter(({ role }) => role === 'aut').map(({ name }) => name);
  const parts = sections.flatMap((section) => section(release) ?? []);
  const names = parts.flatMap((part) => nameOf(part));
  const page = h(null, [
    { type: 'doctype' },
    h('html', { lang: 'en' }, [
      h('head', [
        h('meta', { charSet: 'utf-8' }),
        h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
        h('meta', { name: 'color-scheme', content: 'light dark' }),
        h('title', `${title}: report of the release`),
        h('style', await stylesheet()),
      ]),
      h('body', [
        h('header', [
          ...coverOf(release),
          h('div', [
            h('p.kind', 'Report of the release'),
            h('h1', { lang: release.metadata.language }, title),
            ...(subtitle === undefined
              ? []
              : [h('p.subtitle', { lang: release.metadata.language }, subtitle)]),
            ...(authors.length === 0 ? [] : [h('p.authors', authors.join(', '))]),
          ]),
        ]),
        h('nav', { ariaLabel: 'Contents' }, [
          h(
            'ul',
            names.map(({ id, name }) => h('li', [h('a', { href: `#${id}` }, name)])),
          ),
        ]),
        h('main', parts),
        h('footer', [h('p', `Made by Colophon ${release.version}.`)]),
      ]),
    ]),
  ]);
  return Buffer.from(`${unified().use(rehypeStringify).stringify(page)}\n`);
}

function nameOf(part: ElementContent): ReadonlyArray<{ readonly id: string; readonly name: string }> {
  if (part.type !== 'element') return [];
  const [heading] = part.children;
  const text = heading?.type === 'element' ? heading.children[0] : undefined;
  return text?.type === 'text' ? [{ id: String(part.properties['id']), name: text.value }] : [];
}

function stylesheet(): Promise<string> {
  return readFile(
    new URL('templates/report/report.css', import.meta.resolve('colophon/package.json')),
    'utf8',
  );
}

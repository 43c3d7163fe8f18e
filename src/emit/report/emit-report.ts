import type { Element } from 'hast';
import { h } from 'hastscript';
import { accessibilitySection } from './accessibility.ts';
import { checksSection } from './checks.ts';
import { contentsSection } from './contents.ts';
import { factsSection } from './facts.ts';
import { filesSection } from './files.ts';
import { holesSection } from './holes.ts';
import { htmlPage } from './html-page.ts';
import { messagesSection } from './messages.ts';
import { coverOf, picturesSection } from './pictures.ts';
import { proofsSection } from './proofs.ts';
import type { ReportedRelease } from './reported-release.ts';
import { rightsSection } from './rights.ts';

/** The sections of the report, in its order; each is undefined where there is nothing to tell. */
const sections: ReadonlyArray<(release: ReportedRelease) => Element | undefined> = [
  factsSection,
  picturesSection,
  messagesSection,
  checksSection,
  proofsSection,
  contentsSection,
  holesSection,
  rightsSection,
  accessibilitySection,
  filesSection,
];

/** The report of a release as one HTML page. The same release gives the same bytes. */
export function emitReport(release: ReportedRelease): Promise<Uint8Array> {
  const { title, subtitle, contributors, language } = release.metadata;
  const authors = contributors.filter(({ role }) => role === 'aut').map(({ name }) => name);
  return htmlPage({
    title: `${title}: report of the release`,
    head: [
      ...coverOf(release),
      h('div', [
        h('p.kind', 'Report of the release'),
        h('h1', { lang: language }, title),
        ...(subtitle === undefined ? [] : [h('p.subtitle', { lang: language }, subtitle)]),
        ...(authors.length === 0 ? [] : [h('p.authors', authors.join(', '))]),
      ]),
    ],
    sections: sections.flatMap((section) => section(release) ?? []),
    version: release.version,
  });
}

import type { Assets, Book, Hast } from '../../book/book.ts';
import type { Bytes } from '../../book/bytes.ts';
import type { Font } from '../../book/theme.ts';
import { ByteSink } from '../../machine/bytes/byte-sink.ts';
import { accessibilityOf } from '../accessibility.ts';
import { productUrn } from '../identity.ts';
import {
  contentDocument,
  contentsFile,
  coverDocument,
  documentItem,
  placeSections,
  type PlacedSection,
} from './content-documents.ts';
import { divideSections } from './division/divide-sections.ts';
import { FileNames } from '../file-names.ts';
import { addressOf, targetsOf } from '../links.ts';
import { countOf, depthOf, landmarksOf, navigationOf, navPointsOf } from './navigation.ts';
import { itemId, packageMetadata, resourceItem } from './package-document.ts';
import { markedContents } from './pages/contents-marks.ts';
import { withPages, type PageList } from './pages/page-list.ts';
import { labelsIn, withPageReferences } from '../page-references.ts';
import type { PrintedPages } from '../../book/page-map.ts';
import { Packager, type ContentDocument } from './packager.ts';
import { resourcesOf, type Resource, type Resources } from '../resources.ts';
import { stylesheet } from '../flow-stylesheet.ts';
import { readTemplates } from './templates.ts';
import { licencesOf } from './licences.ts';
import { zip } from './zip.ts';

/** What is asked of a container. */
interface Demands {
  readonly mostTextBytes?: number;
  readonly textsAlone?: boolean;
}

/**
 * The book as an EPUB 3.3 container; the same bytes for the same input, on any machine, at any
 * time.
 *
 * @param given the book
 * @param assets images and fonts of the manuscript by path; only those referred to are packed
 * @param theme fonts to embed, TrueType, and the CSS of theme and author
 * @param printed the pages of the printed book, which are marked, listed and named in references; without them none are
 * @param scratch the folder for what would fill the memory; without one all stays in memory
 * @param demands of the stores it is for: most bytes of a content document, above which a section is divided; and
 * whether texts are all that is wanted, without pictures and fonts
 * @throws EnvironmentError where an asset on disk was changed meanwhile
 */
export async function emitEpub(
  given: Book<Hast>,
  assets: Assets,
  theme: { readonly fonts: ReadonlyArray<Font>; readonly stylesheet: string },
  printed?: PrintedPages,
  scratch?: string,
  demands: Demands = {},
): Promise<Bytes> {
  const book = withPageReferences(given, labelsIn(printed));
  const { metadata, labels } = book;
  const templates = await readTemplates();
  const names = new FileNames();
  names.allocate('toc', 'xhtml');
  const coverFile = names.allocate('cover', 'xhtml');
  const whole = placeSections(book, names);
  const trees = whole.filter(({ replaced }) => !replaced).map(({ section }) => section.tree);
  const resources = resourcesOf(trees, assets, theme, metadata.cover?.image);
  const placed = divideSections(whole, demands.mostTextBytes, names, resources.paths);
  const written = placed.filter(({ replaced }) => !replaced);
  const targets = targetsOf(placed);

  const cover = coverOf(book, resources, coverFile);
  const contents = navigationOf(book, targets);
  const landmarks = landmarksOf(book, targets, cover[0]?.file);

  const points = navPointsOf(contents);
  const { pages, trees: marked } = withPages(placed, printed, targets, labels, countOf(contents) + 1);
  const inContents = markedContents(contents, pages.ofContents, (id) => addressOf(targets, id));

  const packager = new Packager(
    {
      package: packageOf(book, assets, { cover, placed, resources: resources.files, landmarks, pages }),
      labels,
      contents: inContents.entries,
      landmarks,
      pages: { ...pages, ofContents: inContents.opening },
      points,
      depth: depthOf(contents),
    },
    [
      ...cover,
      ...written.map((each) =>
        contentDocument(each, marked.get(each) ?? each.section.tree, metadata, targets, resources.paths),
      ),
    ],
    stylesheet(theme.fonts, templates.stylesheet, theme.stylesheet, resources.paths),
    templates,
  );
  const files = new Map<string, string | Bytes>(await packager.files());
  if (demands.textsAlone !== true) {
    for (const { file, bytes } of resources.files) files.set(`OEBPS/${file}`, bytes);
    for (const [file, text] of licencesOf(theme.fonts)) files.set(`META-INF/licences/${file}`, text);
  }
  const container = new ByteSink(scratch);
  await zip(files, new Date(metadata.modified), container);
  return container.end();
}

/** The document that shows the cover image, where there is one. */
function coverOf(
  { metadata: { cover, language }, labels }: Book<Hast>,
  { files }: Resources,
  file: string,
): ContentDocument[] {
  const image = files.find((resource) => resource.cover);
  if (image === undefined) return [];
  const alt = cover?.alt?.trim() || labels.cover;
  return [coverDocument(file, labels.cover, { src: image.file, alt }, language)];
}

/** What the package document is rendered from. */
function packageOf(
  book: Book<Hast>,
  assets: Assets,
  container: {
    readonly cover: ReadonlyArray<ContentDocument>;
    readonly placed: ReadonlyArray<PlacedSection>;
    readonly resources: ReadonlyArray<Resource>;
    readonly landmarks: ReturnType<typeof landmarksOf>;
    readonly pages: PageList;
  },
) {
  const { cover, placed, resources, landmarks, pages } = container;
  const image = resources.find((resource) => resource.cover);
  const written = placed.filter(({ replaced }) => !replaced);
  return {
    ...packageMetadata(book.metadata, book.labels, accessibilityOf(book, assets, pages.targets.length > 0)),
    ...(pages.targets.length > 0 && { paginationSource: productUrn(book.metadata, 'print') }),
    coverItem: image && itemId(image.file),
    manifest: [
      ...cover.map(({ file }) => documentItem(file, undefined)),
      ...written.map(({ section, file }) => documentItem(file, section.tree)),
      ...resources.map(resourceItem),
    ],
    contentsItem: itemId(contentsFile),
    spine: [...new Set([...cover, ...placed].map(({ file }) => file))].map(itemId),
    guide: landmarks.filter(({ guide }) => guide !== undefined),
  };
}

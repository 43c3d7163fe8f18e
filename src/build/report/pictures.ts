import type { ReleasedSection } from '../../book/contents.ts';
import { isStored } from '../../book/bytes.ts';
import type { Resource } from '../../emit/page-server.ts';
import type { ReportedPictures } from '../../emit/report/reported-release.ts';
import {
  drawSpreads,
  showCover,
  takeScreens,
  type WantedScreen,
  type WantedSpread,
} from '../../emit/report/take-pictures.ts';
import { directionOf } from '../../language/direction.ts';
import { openEpub } from '../../prove/epub-container.ts';
import type { ReleaseFacts } from '../../release/artifacts.ts';
import type { Job } from '../job.ts';
import type { Made } from '../make.ts';
import { dictionary } from '../../book/dictionary.ts';

/** Pictures of what was made: of files that lie in memory, for those on disk are too large to be looked into. */
export async function picturesOf(made: Made, facts: ReleaseFacts, job: Job): Promise<ReportedPictures> {
  const { browser } = await job.browser();
  const { pdf, epub } = made.files;
  const cover = await coverOf(made);
  const spreads =
    pdf === undefined || isStored(pdf.bytes) ? [] : await drawSpreads(browser, pdf.bytes, spreadsOf(facts));
  const files = epub === undefined || isStored(epub.bytes) ? undefined : await unpacked(epub.bytes);
  return {
    ...(cover !== undefined && { cover: await showCover(browser, cover) }),
    spreads,
    screens:
      files === undefined ? [] : await takeScreens(browser, files.resources, screensOf(files.spine, facts)),
  };
}

/** The picture on the front of the cover, where there is one. */
async function coverOf({ making, covers }: Made): Promise<Resource | undefined> {
  if (covers.front !== undefined) return { bytes: covers.front.bytes, mediaType: 'image/jpeg' };
  const { book, assets } = making.composed;
  const asset = assets.get(book.metadata.cover?.image ?? '');
  if (asset !== undefined) return { bytes: asset.bytes, mediaType: asset.mediaType };
  const front = await making.front;
  return front === undefined ? undefined : { bytes: front, mediaType: 'image/jpeg' };
}

/** So many spreads show what a book looks like. */
const mostSpreads = 6;

/** The title page, how the contents and chapters begin, and the middle of the text. */
function spreadsOf({ metadata, contents, pageMap = [] }: ReleaseFacts): WantedSpread[] {
  const body = contents.filter(isChapter);
  const [first, last] = [body[0], body.at(-1)];
  const middle = body[Math.floor(body.length / 2)];
  const wanted = [
    0,
    contents.find(({ role }) => role === 'toc')?.page,
    first?.page,
    middle?.page,
    middle?.page === undefined ? undefined : middle.page + 2,
    last?.page === undefined ? undefined : last.page + (last.pages ?? 1) - 1,
    contents.find(({ role }) => role === 'endnotes')?.page,
  ];
  const fromRight = directionOf(metadata.language) === 'rtl';
  const lefts = new Set(
    wanted.flatMap((page) => (page === undefined || page >= pageMap.length ? [] : [page - ((page + 1) % 2)])),
  );
  return [...lefts]
    .toSorted((one, other) => one - other)
    .slice(0, mostSpreads)
    .map((left) => {
      const pages = [left, left + 1].map((page) => (page < 0 || page >= pageMap.length ? null : page + 1));
      const labels = [left, left + 1].flatMap((page) => pageMap[page]?.label ?? []);
      return {
        caption: labels.length === 1 ? `Page ${labels[0] ?? ''}` : `Pages ${labels.join(' and ')}`,
        pages: fromRight ? pages.toReversed() : pages,
      };
    });
}

function isChapter({ role }: ReleasedSection): boolean {
  return role === 'chapter';
}

/** An e-book as a browser asks for its files. */
interface Unpacked {
  readonly resources: ReadonlyMap<string, Resource>;
  readonly spine: ReadonlyArray<string>;
}

const mediaTypes = dictionary<string>({
  xhtml: 'application/xhtml+xml',
  css: 'text/css',
  svg: 'image/svg+xml',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  otf: 'font/otf',
  ttf: 'font/ttf',
  woff2: 'font/woff2',
});

async function unpacked(epub: Uint8Array): Promise<Unpacked> {
  const { spine, paths, readBytes } = await openEpub(epub);
  const resources = new Map<string, Resource>();
  for (const path of paths) {
    const mediaType = mediaTypes[path.split('.').at(-1) ?? ''];
    if (mediaType !== undefined) resources.set(`/${path}`, { bytes: await readBytes(path), mediaType });
  }
  return { resources, spine };
}

/** How a chapter begins by day and by night, and the title page. */
function screensOf(spine: ReadonlyArray<string>, { contents }: ReleaseFacts): WantedScreen[] {
  const pathOf = (section: ReleasedSection | undefined): string | undefined =>
    section === undefined ? undefined : spine.find((path) => path.endsWith(`/${section.id}.xhtml`));
  const chapters = contents.filter(isChapter);
  const first = pathOf(chapters[0]) ?? spine[0];
  const middle = pathOf(chapters[Math.floor(chapters.length / 2)]);
  const title = pathOf(contents.find(({ role }) => role === 'titlepage'));
  return [
    ...(title === undefined ? [] : [{ caption: 'The title page', path: `/${title}`, isDark: false }]),
    ...(first === undefined ? [] : [{ caption: 'The first chapter', path: `/${first}`, isDark: false }]),
    ...(middle === undefined ? [] : [{ caption: 'A chapter at night', path: `/${middle}`, isDark: true }]),
  ];
}

import { findShared } from '../read/book-yaml/shared-yaml.ts';
import { realpath } from 'node:fs/promises';
import { UsageError } from '../book/errors.ts';
import { cacheFolder } from '../machine/cache-folder.ts';
import { statedLocales } from '../build/stated-locales.ts';
import { Changes } from '../machine/changes/changes.ts';
import { BuildProcess } from './builds/build-process.ts';
import { LaterBuild } from './builds/later-build.ts';
import type { BuildNews } from './builds/build-news.ts';
import type { Preview, PreviewedBuild, PreviewOptions } from './preview.ts';
import { ChapterPrinter } from './chapter/chapter-printer.ts';
import { pageFile } from './server/page-files.ts';
import { PreviewServer } from './server/server.ts';
import { Session } from './session.ts';

/** Begins a preview, as `preview()` says. */
export async function startPreview(folder: string, options: PreviewOptions): Promise<Preview> {
  const { host = '127.0.0.1', port = 0, ignore = [], onNote, onBuilt, ...building } = options;
  const root = await realpath(folder).catch((cause: unknown) => {
    throw new UsageError(`The manuscript folder "${folder}" does not exist or cannot be read`, { cause });
  });
  const locales = await statedLocales(options);
  const { path: cache } = await cacheFolder();
  const session: Session = new Session(root, () => server.tell());
  const server = await PreviewServer.open(
    {
      answer: async (path) => (await session.file(path)) ?? pageFile(path),
      news: () => JSON.stringify(session.state),
    },
    host,
    port,
  );
  const chapters = new ChapterPrinter(root, building, locales);
  const builds = new BuildProcess(
    { folder: root, options: building },
    () => session.begin(),
    (news) => {
      session.take(news);
      if (news.kind === 'printed') {
        chapters.take(news.setup);
        // The first edit may come as soon as there are pages.
        void chapters.prepare();
      }
      if (news.kind === 'ended' && news.epub !== undefined) void session.takeBook(news.epub);
      if (news.kind === 'ended' && news.ok) void chapters.prepare();
      if (news.kind === 'note') onNote?.(news.text);
      const outcome = outcomeOf(news, session);
      if (outcome !== undefined) onBuilt?.(outcome);
    },
  );
  const shared = await findShared(root);
  const besides = shared === undefined ? [] : [shared.path];
  const changes = await Changes.of(root, { ignore: [...ignore, cache], besides, onNote, quiet: soon }).catch(
    async (error: unknown) => {
      await server.close();
      throw error;
    },
  );
  const later = new LaterBuild(() => builds.build());
  later.now();
  const following = follow(changes, async (files) => {
    session.changed(files);
    later.hold();
    if (await showChapter(files, chapters, session)) later.soon();
    else later.now();
  });
  return {
    url: server.url,
    close: async () => {
      later.end();
      await Promise.all([changes.close(), builds.close(), server.close()]);
      await following;
      await chapters.close();
    },
  };
}

/** How long nothing may change before it is shown, in milliseconds. */
const soon = 10;

async function follow(
  changes: Changes,
  onChange: (files: ReadonlyArray<string>) => Promise<void>,
): Promise<void> {
  for (let files = await changes.next(); files !== undefined; files = await changes.next())
    await onChange(files);
}

/** Shows a chapter that was written, before the whole book is built; whether it could, or the build must do it. */
async function showChapter(
  files: ReadonlyArray<string>,
  chapters: ChapterPrinter,
  session: Session,
): Promise<boolean> {
  const [path = ''] = files;
  const printed =
    files.length === 1
      ? await chapters.print(path, (document) => session.takeDocument(document)).catch(() => undefined)
      : undefined;
  if (printed === undefined) await chapters.forget(files);
  else session.takeChapter(printed);
  return printed !== undefined;
}

function outcomeOf(news: BuildNews, { state }: Session): PreviewedBuild | undefined {
  if (news.kind !== 'ended' && news.kind !== 'failed') return undefined;
  const counted = (severity: string): number =>
    state.messages.filter((message) => message.severity === severity).length;
  return {
    ok: news.kind === 'ended' && news.ok,
    text: state.status.text,
    errors: counted('error'),
    warnings: counted('warning'),
  };
}

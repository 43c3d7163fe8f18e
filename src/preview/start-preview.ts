import { realpath } from 'node:fs/promises';
import { UsageError } from '../book/errors.ts';
import { cacheFolder } from '../machine/cache-folder.ts';
import { Changes } from '../machine/changes/changes.ts';
import { BuildProcess } from './builds/build-process.ts';
import type { BuildNews } from './builds/build-news.ts';
import type { Preview, PreviewedBuild, PreviewOptions } from './preview.ts';
import { pageFile } from './server/page-files.ts';
import { PreviewServer } from './server/server.ts';
import { Session } from './session.ts';

/** Begins a preview, as `preview()` says. */
export async function startPreview(folder: string, options: PreviewOptions): Promise<Preview> {
  const { host = '127.0.0.1', port = 0, ignore = [], onNote, onBuilt, ...building } = options;
  const root = await realpath(folder).catch((cause: unknown) => {
    throw new UsageError(`The manuscript folder "${folder}" does not exist or cannot be read`, { cause });
  });
  const { path: cache } = await cacheFolder();
  const session: Session = new Session(root, () => server.tell());
  const server = await PreviewServer.open(
    {
      answer: (path) => session.file(path) ?? pageFile(path),
      news: () => JSON.stringify(session.state),
    },
    host,
    port,
  );
  const builds = new BuildProcess({ folder: root, options: building }, (news) => {
    session.take(news);
    if (news.kind === 'note') onNote?.(news.text);
    const outcome = outcomeOf(news, session);
    if (outcome !== undefined) onBuilt?.(outcome);
  });
  const changes = await Changes.of(root, { ignore: [...ignore, cache], onNote }).catch(
    async (error: unknown) => {
      await server.close();
      throw error;
    },
  );
  builds.build();
  const following = follow(changes, (files) => {
    session.changed(files);
    builds.build();
  });
  return {
    url: server.url,
    close: async () => {
      await Promise.all([changes.close(), builds.close(), server.close()]);
      await following;
    },
  };
}

async function follow(changes: Changes, onChange: (files: ReadonlyArray<string>) => void): Promise<void> {
  for (let files = await changes.next(); files !== undefined; files = await changes.next()) onChange(files);
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

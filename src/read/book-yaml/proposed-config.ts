import { readdir } from 'node:fs/promises';
import { posix } from 'node:path';
import { stringify } from 'yaml';
import { limits } from '../../book/limits.ts';
import { ruleOf } from '../../book/messages/rules.ts';
import { isBesideBook, markdownNames } from '../files/markdown-path.ts';
import { bookBelow, seenInstead } from '../files/seen-instead.ts';
import { configOfSource } from '../sources/config-of-source.ts';
import type { SourceBook } from '../sources/source-book.ts';
import { readText } from '../files/text-file.ts';
import { findForeignConfig } from './foreign-config.ts';

/** What is said where there is no book.yaml. */
export interface Proposal {
  readonly reason: string;
  readonly hint: string;
}

const largest = limits['chapter-size'].most;

/** From more lines on than these the order is not told in full. */
const longest = 24;

/**
 * The book.yaml that a folder without one could have, from the first heading and from what another
 * program's file says, and what is seen in place of Markdown.
 *
 * @param root the real path of the manuscript folder
 * @param source the book that the folder holds by its files, if it was read
 */
export async function proposedConfig(root: string, source?: SourceBook): Promise<Proposal> {
  const names = await readdir(root);
  const near = names.find((name) => /^(?:book|colophon)\.ya?ml(?:\.txt)?$/i.test(name));
  const missing = 'The manuscript has no book.yaml';
  if (near !== undefined) return { reason: missing, hint: `Rename ${near} to book.yaml.` };
  if (source !== undefined) {
    const reason = 'The manuscript has no book.yaml: title, language and order are guessed from its files';
    const lines = configOfSource(source).split('\n');
    const shown = lines.length <= longest ? lines : lines.slice(0, lines.indexOf('contents:'));
    const rest =
      shown.length === lines.length
        ? ''
        : '\n`colophon init --from` with this folder writes one with the order, too.';
    return { reason, hint: `Write a file book.yaml with these lines:\n${shown.join('\n')}${rest}` };
  }
  const below = await bookBelow(root);
  if (below !== undefined) return { reason: missing, hint: `There is one in ${below}/: build that folder.` };
  const foreign = await findForeignConfig(root);
  const chapters = await chaptersIn(
    root,
    markdownNames(names).filter((name) => !isBesideBook(name)),
  );
  const title = foreign?.title ?? (await firstHeading(root, chapters.paths)) ?? 'The Title';
  const lines = stringify(
    {
      title,
      language: foreign?.language ?? 'en',
      ...(foreign?.author !== undefined && { author: foreign.author }),
      ...(chapters.isListed && { contents: chapters.paths }),
    },
    { lineWidth: 0 },
  ).trimEnd();
  const isEmpty = chapters.paths.length === 0;
  const seen = isEmpty ? ((await seenInstead(root)) ?? ruleOf('manuscript-empty').hint) : undefined;
  const unread =
    foreign === undefined ? '' : `; ${foreign.path} is read by ${foreign.program}, not by Colophon`;
  return {
    reason: `${missing}${unread}`,
    hint: [`Write a file book.yaml with these lines:\n${lines}`, ...(seen === undefined ? [] : [seen])].join(
      '\n',
    ),
  };
}

/** The chapters in the order of SUMMARY.md, which has to be written down, or those at the top. */
async function chaptersIn(
  root: string,
  top: ReadonlyArray<string>,
): Promise<{ readonly paths: ReadonlyArray<string>; readonly isListed: boolean }> {
  for (const folder of ['', 'src/']) {
    const { file, fault } = await readText(root, `${folder}SUMMARY.md`, largest);
    if (fault !== undefined) continue;
    const links = [...String(file).matchAll(/\]\(<?([^)>#\s]+\.md)(?:#[^)>\s]*)?>?\)/g)];
    const paths = [...new Set(links.map(([, path = '']) => posix.normalize(`${folder}${path}`)))];
    if (paths.length > 0) return { paths, isListed: true };
  }
  return { paths: top, isListed: false };
}

async function firstHeading(root: string, paths: ReadonlyArray<string>): Promise<string | undefined> {
  for (const path of paths.slice(0, 3)) {
    const { file } = await readText(root, path, largest);
    const [, heading] = /^# +(.+?)(?: +#+)? *(?:\{[^}]*\})? *$/m.exec(String(file)) ?? [];
    if (heading !== undefined) return heading;
  }
  return undefined;
}

import { isStored } from '../book/bytes.ts';
import type { BuildResult } from './build.ts';

/** What the manifest counts in the book. */
interface Counted {
  readonly checks?: {
    readonly text?: Readonly<Record<string, { readonly words?: number } | undefined>>;
    readonly notes?: { readonly manuscript?: { readonly notes?: number } };
  };
}

/** Pages, words and notes of a book that was built: "612 pages", "215,000 words". */
export function countsOf({ pageMap, artifacts }: BuildResult): string[] {
  const manifest = artifacts.find(({ kind }) => kind === 'manifest')?.bytes;
  if (manifest === undefined || isStored(manifest)) return [];
  const { checks } = JSON.parse(Buffer.from(manifest).toString('utf8')) as Counted;
  const words = Math.max(0, ...Object.values(checks?.text ?? {}).map((edition) => edition?.words ?? 0));
  return [
    ...(pageMap === undefined ? [] : [counted(pageMap.pages.length, 'page')]),
    ...(words === 0 ? [] : [counted(words, 'word')]),
    ...[checks?.notes?.manuscript?.notes ?? 0]
      .filter((notes) => notes > 0)
      .map((notes) => counted(notes, 'note')),
  ];
}

function counted(number: number, what: string): string {
  return `${new Intl.NumberFormat(['en']).format(number)} ${what}${number === 1 ? '' : 's'}`;
}

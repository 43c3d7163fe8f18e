import type { NoteHeadOptions } from '../../pdf/page/pagination.ts';

/** The head of a page of notes: "Notes to pages 12–34", or what is shorter where that has no room. */
export function noteHeadText(
  { toPage, toPages, room }: Pick<NoteHeadOptions, 'toPage' | 'toPages' | 'room'>,
  first: string,
  last: string,
): string {
  const values: Readonly<Record<string, string>> = { first, last, page: first };
  const fill = (wording: string): string =>
    wording.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  const [long, short] = first === last ? toPage : toPages;
  const text = fill(long);
  return text.length <= room ? text : fill(short);
}

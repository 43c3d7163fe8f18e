import { limits } from '../../book/limits.ts';
import { report } from '../../book/messages/messages.ts';
import { pointIn } from '../../book/messages/point-in.ts';
import { readText, type TextFile } from '../files/text-file.ts';

/** As many signs of lists and quotations a line begins with, and columns before the sign of a list. */
const tooDeep = new RegExp(
  String.raw`^[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+|>[ \t]*){${limits['line-signs'].most}}|^[ \t]{${limits['line-indent'].most}}`,
  'm',
);

/** Characters between two items of a list or empty lines: an item is a title with its file. */
const mostInPiece = 10_000;

/**
 * A SUMMARY.md, if it can be read in fair time: where not, that is reported at the place, and it is empty. What takes more
 * time than its length are lists within lists, and signs in one paragraph that have no end.
 *
 * @param root the real path of the manuscript folder
 * @param path the file, relative to it
 */
export async function readSummary(root: string, path: string): Promise<TextFile> {
  const read = await readText(root, path, limits['summary-size'].most);
  if (read.fault !== undefined) return read;
  const text = String(read.file);
  const deep = tooDeep.exec(text);
  const long = deep === null ? longPiece(text) : undefined;
  if (deep === null && long === undefined) return read;
  const { file } = read;
  if (deep !== null)
    report(file, 'too-deep', 'The line begins deeper in lists than is read', pointIn(file, deep.index));
  else
    report(
      file,
      'too-dense',
      `An item of the list has more than ${mostInPiece} characters`,
      pointIn(file, long ?? 0),
      {
        hint: 'Give each chapter a line of its own.',
      },
    );
  file.value = '';
  return { ...read, fault: 'too-large' };
}

/** Where more stands between two items or empty lines than an item has. */
function longPiece(text: string): number | undefined {
  let start = 0;
  for (const { index } of text.matchAll(/^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]|^[ \t]*$/gm)) {
    if (index - start > mostInPiece) return start;
    start = index;
  }
  return text.length - start > mostInPiece ? start : undefined;
}

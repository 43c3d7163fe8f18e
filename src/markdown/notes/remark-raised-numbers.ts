import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { pointIn } from '../../book/messages/point-in.ts';
import { report } from '../../book/messages/messages.ts';

const raised = String.raw`([⁰¹²³⁴-⁹]{1,3})|<sup>(?:<[^<>\n]{1,300}>)?(\d{1,3})(?:</[^<>\n]{1,20}>)?</sup>|\^(\d{1,3})\^`;

/** A line that begins with a raised number and text, as a note does where it was copied from a page. */
const beginning = new RegExp(`^[ \\t>]{0,20}(?:${raised})[ \\t]{0,5}(?=[\\p{L}"“„«‘'*_[])`, 'gmu');

/** A raised number directly behind a word or a stop. */
const mark = new RegExp(`(?<=[\\p{L}.,;:!?…"”“’»)\\]*_])(?:${raised})`, 'gu');

const figures = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Reports raised numbers of which each has a line of the file that begins with it and stands below: both are what is left
 * of notes that were copied from a page.
 */
export function remarkRaisedNumbers() {
  return (_tree: Root, file: VFile): void => {
    const source = String(file);
    if (!/^[ \t>]{0,20}(?:[⁰¹²³⁴-⁹]|<sup>|\^\d)/m.test(source)) return;
    const notes = new Map([...source.matchAll(beginning)].map((match) => [numberOf(match), match.index]));
    const marks = [...source.matchAll(mark)].filter((each) => (notes.get(numberOf(each)) ?? -1) > each.index);
    const [first] = marks;
    const all = new Set(marks.map(numberOf)).size;
    // Notes are counted from 1, which is no power of anything.
    if (first === undefined || marks.every((each) => numberOf(each) !== 1)) return;
    const number = numberOf(first);
    const others = all === 1 ? '' : `, and ${all - 1} more of the kind`;
    const reason = `${first[0]} looks like the mark of a note, and a line below begins so${others}`;
    report(file, 'note-bracketed', reason, pointIn(file, first.index), {
      hint: `Write [^${number}] in the text, and [^${number}]: Text of the note. below; or a backslash before what is no note.`,
    });
  };
}

function numberOf([, small, ...others]: RegExpExecArray): number {
  if (small === undefined) return Number(others.find((each) => each !== undefined));
  return Number(Array.from(small, (each) => figures.indexOf(each)).join(''));
}

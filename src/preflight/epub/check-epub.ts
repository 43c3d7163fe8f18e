import { EpubCheck, type ValidationMessage } from '@likecoin/epubcheck-ts';
import type { Message } from '../../book/messages/messages.ts';
import { epubMessage } from './epub-message.ts';
import { judgeNesting } from './judge-nesting.ts';
import { quickenXPath } from './quick-xpath.ts';
import { excessiveCount, type ExcessiveCount } from './excessive-counts.ts';
import { excessiveSize } from './unpacked-size.ts';

quickenXPath();

/**
 * What epubcheck-ts, the port of EPUBCheck that needs no Java, finds wrong with an EPUB, and what stands where only running
 * text may: errors and warnings, each under its own code.
 *
 * @param epub the container
 * @param name its file name, under which its files are named in the messages
 */
export async function checkEpub(epub: Uint8Array, name: string): Promise<Message[]> {
  const size = excessiveSize(epub);
  if (size !== undefined) return [tooLarge(size, name)];
  const count = await excessiveCount(epub);
  if (count !== undefined) return [tooMany(count, name)];
  const { messages } = await EpubCheck.validate(epub, { includeInfo: false, includeUsage: false }, name);
  const told = messages.flatMap(({ id, severity, message, suggestion, location }: ValidationMessage) =>
    epubMessage({
      name,
      code: id,
      severity,
      text: message,
      path: location?.path,
      line: location?.line,
      column: location?.column,
      suggestion,
    }),
  );
  const nested = await judgeNesting(epub, name);
  const isTold = ({ rule, file, line }: Message): boolean =>
    told.some((other) => other.rule === rule && other.file === file && other.line === line);
  return [...told, ...nested.filter((each) => !isTold(each))];
}

function tooMany({ most, what }: ExcessiveCount, name: string): Message {
  return refused(name, {
    reason: `The EPUB has more than ${most.toLocaleString('en')} ${what}, and was not judged`,
    hint: 'No book has so many: leave them out, or divide it into volumes.',
  });
}

function tooLarge(size: number, name: string): Message {
  return refused(name, {
    reason: `The EPUB would unpack to ${Math.ceil(size / 2 ** 20)} MB, many times its size, and was not opened`,
    hint: 'No book packs that small: leave it closed, unless you know who made it and why.',
  });
}

function refused(name: string, said: Pick<Message, 'reason' | 'hint'>): Message {
  return { file: name, line: 1, column: 1, severity: 'error', rule: 'file-too-large', ...said };
}

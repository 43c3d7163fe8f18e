import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { UsageError } from '../../book/errors.ts';
import { documentBytes } from '../document-bytes.ts';
import { htmlToMdast } from '../html-to-mdast.ts';
import type { Imported } from '../imported.ts';
import { markLinkedNotes } from '../notes/linked-notes.ts';
import { judgeHtml } from '../judge-html.ts';
import { settleAnchors } from '../settle-anchors.ts';
import { chooseAlternatives } from './choose-alternatives.ts';
import { judgeArchive } from './judge-archive.ts';
import { markHeadings } from './mark-headings.ts';
import { takeByline } from './take-byline.ts';
import { classOf, takeTitle } from './take-title.ts';
import { counted, ignored, leftOut } from './remarks.ts';
import { coreProperties, markFormulas, textOf } from './docx-parts.ts';
import { dictionary } from '../../book/dictionary.ts';

/** Styles by their names in Word, LibreOffice, Google Docs and Pandoc, beside those that mammoth knows. */
const styles = [
  "p[style-name='Title'] => p.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Author'] => p.author:fresh",
  "p[style-name='Date'] => p.date:fresh",
  ...['Quote', 'Intense Quote', 'Block Text', 'Quotations', 'Block Quotation'].map(
    (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
  ),
  ...['Caption', 'caption', 'Image Caption', 'Table Caption', 'Illustration', 'Table', 'Figure'].map(
    (name) => `p[style-name='${name}'] => p.caption:fresh`,
  ),
  ...['Source Code', 'HTML Preformatted', 'Preformatted Text', 'Code'].map(
    (name) => `p[style-name='${name}'] => pre:separator('\\n')`,
  ),
  ...['Verbatim Char', 'HTML Code', 'Source Text', 'Code Char'].map(
    (name) => `r[style-name='${name}'] => code`,
  ),
  "r[style-name='Emphasis'] => em",
  "r[style-name='Strong'] => strong",
  'u => u',
  'small-caps => span.smallcaps',
];

/** The endings of the pictures that Word keeps. */
const endings = dictionary<string>({
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  'image/webp': 'webp',
  'image/tiff': 'tif',
});

/**
 * A Word document (ECMA-376, also as Google Docs and LibreOffice write it): its text, notes, tables and
 * pictures, by mammoth.
 *
 * @throws {UsageError} where the file is no such document
 */
export async function readDocx(path: string): Promise<Imported> {
  const bytes = Buffer.from(await documentBytes(path));
  const archive = await openArchive(path, bytes);
  await judgeArchive(archive, path);
  const hasChosen = await chooseAlternatives(archive);
  const formulas = await markFormulas(archive);
  const words = await textOf(archive);
  const isMarked = await markHeadings(archive);
  const isChanged = hasChosen || formulas > 0 || isMarked;
  const buffer = isChanged ? await archive.generateAsync({ type: 'nodebuffer' }) : bytes;
  const { value, messages, pictures, unreadable } = await converted(buffer, path);
  judgeHtml(value, path);
  const tree = fromHtml(value, { fragment: true });
  const stated = { ...(await coreProperties(archive)), ...takeTitle(tree) };
  const { line = '', ...byline } = takeByline(tree, stated);
  gatherCaptions(tree);
  const headings = markLinkedNotes(tree);
  settleAnchors(tree);
  return {
    metadata: { ...stated, ...byline },
    tree: htmlToMdast(tree),
    pictures,
    words,
    elsewhere: [...headings, line, stated.date ?? ''],
    remarks: [
      ...(byline.authors ?? []).map((name) => `Taken for the author: “${name}”`),
      ...(formulas > 0
        ? [
            `${counted(formulas, 'formula stands', 'formulas stand')} as letters between dollar signs: set them anew in TeX`,
          ]
        : []),
      ...leftOut(unreadable),
      ...ignored(messages.map(({ message }) => message)),
    ],
  };
}

/** What mammoth makes of a document. */
interface Converted extends Pick<Imported, 'pictures'> {
  readonly value: string;
  readonly messages: ReadonlyArray<{ readonly message: string }>;
  /** The kinds of the pictures that no e-book shows; empty where they are unknown. */
  readonly unreadable: ReadonlyArray<string>;
}

/** A picture, wherever the document shows it. */
interface ShownImage {
  /** Unknown of what lies outside of the document. */
  readonly contentType?: string | null;
  readonly readAsArrayBuffer: () => Promise<ArrayBuffer>;
}

/** The bytes of a picture; undefined where it lies outside of the document. */
async function bytesOf(image: ShownImage): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await image.readAsArrayBuffer());
  } catch {
    return undefined;
  }
}

async function converted(buffer: Buffer, path: string): Promise<Converted> {
  const pictures = new Map<string, Uint8Array>();
  const known = new Map<string, string>();
  const unreadable: string[] = [];
  let read = 0;
  const taken = async (image: ShownImage): Promise<{ src: string }> => {
    const contentType = image.contentType ?? '';
    const ending = Object.hasOwn(endings, contentType) ? endings[contentType] : undefined;
    if (ending === undefined) {
      unreadable.push(contentType);
      return { src: '' };
    }
    const bytes = read > mostPictures ? new Uint8Array() : await bytesOf(image);
    if (bytes === undefined) {
      unreadable.push('');
      return { src: '' };
    }
    read += bytes.length;
    if (read > mostPictures)
      throw new UsageError(`${path} shows more than ${mostPictures / 2 ** 20} MB of pictures: divide it`);
    // A picture that is shown often comes along once.
    const hash = createHash('sha256').update(bytes).digest('hex');
    const src = known.get(hash) ?? `images/picture-${String(pictures.size + 1).padStart(2, '0')}.${ending}`;
    known.set(hash, src);
    pictures.set(src, bytes);
    return { src };
  };
  // One after the other: mammoth asks for all at once.
  let last: Promise<unknown> = Promise.resolve();
  const convertImage = mammoth.images.imgElement((image) => {
    const next = last.then(() => taken(image));
    last = next.catch(() => undefined);
    return next;
  });
  try {
    const { value, messages } = await mammoth.convertToHtml({ buffer }, { styleMap: styles, convertImage });
    return { value, messages, pictures, unreadable };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path} is damaged: open it in a word processor and save it anew`, {
      cause: error,
    });
  }
}

/** Bytes of all pictures of a document, as often as it shows them. */
const mostPictures = 2 ** 30;

async function openArchive(path: string, bytes: Uint8Array): Promise<JSZip> {
  try {
    const archive = await JSZip.loadAsync(bytes);
    if (archive.file('word/document.xml') !== null) return archive;
  } catch {
    // It is told below what it is not.
  }
  const isOld = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  throw new UsageError(
    isOld
      ? `${path} is a document of Word 97–2003: open it in a word processor and save it as .docx`
      : `${path} is no Word document`,
  );
}

/** A paragraph that is a caption joins the picture before it, or the table before or behind it. */
function gatherCaptions(tree: Root): void {
  const children = tree.children.filter(
    (child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''),
  );
  for (let index = 0; index < children.length; index += 1) {
    const caption = children[index];
    if (caption?.type !== 'element' || classOf(caption) !== 'caption') continue;
    const before = children[index - 1];
    const after = children[index + 1];
    const subject = [before, after].find(
      (each) =>
        each?.type === 'element' && (each.tagName === 'table' || (each === before && holdsPicture(each))),
    );
    if (subject?.type !== 'element') continue;
    const figcaption: Element = {
      type: 'element',
      tagName: 'figcaption',
      properties: {},
      children: caption.children,
    };
    const figure: Element = {
      type: 'element',
      tagName: 'figure',
      properties: {},
      children: [subject, figcaption],
    };
    const first = Math.min(index, children.indexOf(subject));
    children.splice(first, 2, figure);
    index = first;
  }
  tree.children = children;
}

function holdsPicture({ tagName, children }: Element): boolean {
  return tagName === 'p' && children.some((child) => child.type === 'element' && child.tagName === 'img');
}

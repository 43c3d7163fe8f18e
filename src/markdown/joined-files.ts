import { posix } from 'node:path';
import type { Heading, Nodes, Root, RootContent } from 'mdast';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Section } from '../book/book.ts';
import { authorId } from '../book/ids.ts';
import { filePath } from '../book/addresses/file-path.ts';
import type { Draft } from './draft.ts';
import { headingsOf, nameFromFile, titleContent } from './section.ts';

/** A file that goes on with the chapter of another. */
interface Joined {
  readonly file: VFile;
  readonly title: Heading;
  readonly tree: Root;
}

/** The files that go on with chapters, until everything that is of one file is done to them. */
export class JoinedFiles {
  readonly #bySection = new Map<string, Joined[]>();

  /**
   * Keeps a file for the chapter that it goes on: its title becomes a heading, and its headings go below that.
   *
   * @param section the id of the chapter
   * @param below how many levels below the chapter it stands
   * @returns the heading that its title becomes, by itself
   */
  add(section: string, file: VFile, draft: Draft, tree: Root, below: number): Root {
    const children = titleContent(draft);
    const title: Heading = {
      type: 'heading',
      depth: depthOf(1 + below),
      children: children.length > 0 ? children : [{ type: 'text', value: nameFromFile(file) }],
      data: { hProperties: { id: draft.id } },
      ...(draft.title?.position && { position: draft.title.position }),
    };
    visit(tree, 'heading', (heading) => {
      heading.depth = depthOf(heading.depth + below);
    });
    visit(tree, 'html', (node) => {
      node.value = withOwnIds(node.value, section, draft);
    });
    this.#bySection.set(section, [...(this.#bySection.get(section) ?? []), { file, title, tree }]);
    return { type: 'root', children: [title] };
  }

  /** The section with what goes on with it. */
  join(section: Section): Section {
    const joined = this.#bySection.get(section.id);
    if (joined === undefined) return section;
    const text = new JoinedText(section.file);
    const children = [...section.tree.children];
    for (const each of joined) children.push(...text.add(each));
    const tree: Root = { ...section.tree, children };
    return { ...section, tree, headings: headingsOf(tree), file: text.file() };
  }
}

/**
 * Raw HTML whose ids no other file of the chapter can have.
 *
 * @param section the id of the chapter
 * @param draft of the file, whose anchors learn of them
 */
function withOwnIds(html: string, section: string, { id: own, anchors }: Draft): string {
  const names = new Map<string, string>();
  const named = html.replace(
    /(<[a-z][^<>]*?\s(?:id|name)\s*=\s*)(["'])([^"'<>]+)\2/gi,
    (_, before: string, quote: string, id: string) => {
      names.set(id, `${own}.${id}`);
      if (!anchors.has(id)) anchors.set(id, authorId(section, `${own}.${id}`));
      return `${before}${quote}${own}.${id}${quote}`;
    },
  );
  return named.replace(
    /(\shref\s*=\s*)(["'])#([^"'<>]+)\2/gi,
    (whole, before: string, quote: string, id: string) =>
      names.has(id) ? `${before}${quote}#${names.get(id)}${quote}` : whole,
  );
}

function depthOf(depth: number): Heading['depth'] {
  return Math.min(6, depth) as Heading['depth'];
}

/** The texts of several files one after the other, as if they were one. */
class JoinedText {
  readonly #parts: Array<{ readonly from: number; readonly file: VFile }> = [];
  readonly #folder: string;
  readonly #path: string;
  #text = '';
  #lines = 0;

  constructor(first: VFile) {
    this.#path = first.path;
    this.#folder = posix.dirname(first.path);
    this.#append(first);
  }

  /** The blocks of a file, with places in the whole and addresses as the first file would write them. */
  add({ file, title, tree }: Joined): RootContent[] {
    const lines = this.#lines;
    const characters = this.#text.length;
    const folder = posix.dirname(file.path);
    visit({ ...tree, children: [title, ...tree.children] }, (node: Nodes) => {
      if (node.position && node.type !== 'root') node.position = moved(node.position, lines, characters);
      if (folder !== this.#folder) readdress(node, posix.relative(this.#folder, folder));
    });
    this.#append(file);
    return [title, ...tree.children];
  }

  file(): VFile {
    const file = new VFile({ path: this.#path, value: this.#text });
    file.data.origin = { joined: this.#parts };
    file.data.fetched = new Map(this.#parts.flatMap((part) => [...(part.file.data.fetched ?? [])]));
    file.data.kept = new Map(this.#parts.flatMap((part) => [...(part.file.data.kept ?? [])]));
    return file;
  }

  #append(file: VFile): void {
    this.#parts.push({ from: this.#lines, file });
    const text = `${String(file)}\n`;
    this.#text += text;
    this.#lines += text.split('\n').length - 1;
  }
}

function moved({ start, end }: Position, lines: number, characters: number): Position {
  const move = (point: Position['start']): Position['start'] => ({
    line: point.line + lines,
    column: point.column,
    ...(point.offset !== undefined && { offset: point.offset + characters }),
  });
  return { start: move(start), end: move(end) };
}

/** Has what a node asks for be found from another folder. */
function readdress(node: Nodes, way: string): void {
  if (node.type === 'image') node.url = addressFrom(node.url, way);
  else if (node.type === 'html')
    node.value = node.value.replace(
      /(\ssrc\s*=\s*)(["'])([^"']*)\2/gi,
      (_, key: string, quote: string, address: string) =>
        `${key}${quote}${addressFrom(address, way)}${quote}`,
    );
}

function addressFrom(address: string, way: string): string {
  const isElsewhere = /^[a-z][a-z0-9+.-]*:|^\/|^#/i.test(address) || filePath(address) === '';
  return isElsewhere ? address : posix.join(encodeURI(way), address);
}

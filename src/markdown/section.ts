import type { PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Heading, Section } from '../book/book.ts';
import type { Labels } from '../book/labels.ts';
import { report } from '../book/messages/messages.ts';
import type { Metadata } from '../book/metadata.ts';
import { untitledRoles, type Role } from '../book/roles.ts';
import type { Orthography } from '../language/punctuation.ts';
import { orthographyOf, type Draft } from './draft.ts';
import { plainText } from './plain-text.ts';
import { markedText } from './metadata/marked-text.ts';

/**
 * The section a parsed file becomes.
 *
 * @param file the source
 * @param draft what the plugins found out about it
 * @param tree its text, without title and notes
 * @param book the metadata and labels of the book
 * @param part the id of the part it belongs to
 * @param goesOn whether other files go on with it
 */
export function createSection(
  file: VFile,
  draft: Draft,
  tree: Root,
  book: { readonly metadata: Metadata; readonly labels: Labels },
  part: string | undefined,
  goesOn = false,
): Section {
  const { frontMatter } = draft;
  const role = frontMatter.role ?? 'chapter';
  const titleTree: Root = { type: 'root', children: titleContent(draft) };
  const untitled = titleTree.children.length === 0;
  // A file the parser gave up on has no heading left to miss.
  const abandoned =
    tree.children.length === 0 &&
    file.messages.some(({ ruleId }) => ruleId === 'too-deep' || ruleId === 'too-dense');
  if (tree.children.length === 0 && role === 'chapter' && !abandoned && !goesOn) {
    report(file, 'chapter-empty', untitled ? 'The file is empty' : 'The chapter has a title and no text');
  } else if (untitled && !abandoned && !untitledRoles.has(role) && !isTitleMistyped(file)) {
    report(file, 'heading-missing', 'The file has no heading to be its title', undefined, headingHint(file));
  }
  return {
    id: draft.id,
    role,
    title: untitled ? nameWithoutTitle(role, file, book) : plainText(titleTree),
    titleTree,
    untitled,
    ...given('subtitle', smartName(frontMatter.subtitle, draft)),
    ...given('author', smartName(frontMatter.author, draft)),
    ...given('language', draft.language === book.metadata.language ? undefined : draft.language),
    numbered:
      frontMatter.numbered ??
      (draft.isUnnumbered !== true && !untitled && (role === 'chapter' || role === 'part')),
    toc: frontMatter.toc ?? !(draft.isUnlisted === true || (untitled && untitledRoles.has(role))),
    ...given('opening', frontMatter.opening),
    ...given('part', part),
    headings: headingsOf(tree),
    tree,
    file,
  };
}

/**
 * The section that opens a part named in `contents:`.
 *
 * @param id its id
 * @param title as typed in book.yaml
 * @param orthography how the book is written
 * @param file book.yaml
 * @param numbered whether it counts among the numbered parts
 */
export function createPart(
  id: string,
  title: string,
  orthography: Orthography,
  file: VFile,
  numbered = true,
): Section {
  const { plain, tree } = markedText(title, orthography, 'name');
  return {
    id,
    role: 'part',
    title: plain,
    titleTree: tree ?? { type: 'root', children: [{ type: 'text', value: plain }] },
    untitled: false,
    numbered,
    toc: true,
    headings: [],
    tree: { type: 'root', children: [] },
    file,
  };
}

/** The title of a file with its inline markup. */
export function titleContent(draft: Draft): PhrasingContent[] {
  const { title } = draft.frontMatter;
  if (title === undefined) return draft.title?.children ?? [];
  const { plain, tree } = markedText(title, orthographyOf(draft), 'name');
  return (tree?.children as PhrasingContent[] | undefined) ?? [{ type: 'text', value: plain }];
}

/** What front matter says, with typographic punctuation and free of markup. */
function smartName(text: string | undefined, draft: Draft): string | undefined {
  return text === undefined ? undefined : markedText(text, orthographyOf(draft), 'name').plain;
}

/** What contents and navigation call a section without a title. */
function nameWithoutTitle(
  role: Role,
  file: VFile,
  { metadata, labels }: { readonly metadata: Metadata; readonly labels: Labels },
): string {
  const names: Partial<Record<Role, string>> = {
    halftitlepage: metadata.title,
    titlepage: labels.titlePage,
    'copyright-page': labels.copyrightPage,
    dedication: labels.dedication,
    epigraph: labels.epigraph,
  };
  return names[role] ?? nameFromFile(file);
}

/** `chapters/03-the_whale.md` → `The whale`. */
export function nameFromFile(file: VFile): string {
  const words = (file.stem ?? '')
    .replace(/^\d+[-_. ]+(?=\p{L})/u, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words === '' ? '1' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** The headings in a text, in order. */
export function headingsOf(tree: Root): Heading[] {
  const headings: Heading[] = [];
  visit(tree, 'heading', (node) => {
    const id = node.data?.hProperties?.['id'];
    if (typeof id !== 'string') return;
    const titleTree: Root = { type: 'root', children: node.children };
    headings.push({ id, depth: node.depth, text: plainText(node), ...(isRich(titleTree) && { titleTree }) });
  });
  return headings;
}

/** Whether something in it is raised, lowered or a formula. */
function isRich(tree: Root): boolean {
  let found = false;
  visit(tree, (node) => {
    found ||= node.type === 'inlineMath' || (node.type === 'textDirective' && /^su[bp]$/.test(node.name));
    found ||= node.type === 'html' && /^<su[bp]\b/i.test(node.value);
  });
  return found;
}

function given<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };
}

/** Rules whose messages may be of the title that front matter was to give. */
const titleFaults: ReadonlySet<string> = new Set(['config-unknown-key', 'config-syntax', 'config-unread']);

/** Whether a key of the front matter is none, of which has been told: it may have been the title. */
function isTitleMistyped({ messages }: VFile): boolean {
  return messages.some(({ ruleId }) => ruleId !== undefined && titleFaults.has(ruleId));
}

/** What to do where the first line was meant to be the heading. */
function headingHint(file: VFile): { readonly hint?: string } {
  const [, title] = /^#(?=[^#\s])([^\n]{1,200})/m.exec(String(file)) ?? [];
  return title === undefined ? {} : { hint: `Write # ${title.trim()}, with a blank behind the sign.` };
}

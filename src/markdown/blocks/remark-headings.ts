import GithubSlugger from 'github-slugger';
import type { Heading, Node, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { least } from '../../book/long-lists.ts';
import { authorId } from '../../book/ids.ts';
import { report } from '../../book/messages/messages.ts';
import { isClaimed, nameAnchor, reportTwice } from '../claim-id.ts';
import type { Draft } from '../draft.ts';
import { asciiSlug } from '../ids.ts';
import { anchorText } from '../plain-text.ts';
import { dropSeriesTitle } from './drop-series-title.ts';
import { judgeHeadings } from './judge-headings.ts';
import { takeHeadingAttributes } from './heading-attributes.ts';

/**
 * Finds the heading that is the section's title, sees to it that the others stand below it,
 * and gives each an id unique in the book. Links may name a heading by its GitHub slug, or
 * by an id of the author's own: `## The whale {#whale}`.
 */
export function remarkHeadings() {
  return (tree: Root, file: VFile): void => {
    const draft = file.data.draft;
    if (!draft) return;
    const titled = draft.frontMatter.title !== undefined;
    const series = titled ? undefined : dropSeriesTitle(tree, file, isInvisible);
    const title = titleHeading(tree, draft);
    const rest = headingsBelow(tree, title);
    judgeHeadings(rest, file);
    if (title && title.depth > 1) raise(rest, title.depth);
    demote(rest, file);
    checkLevels(rest, file);
    const headings = title ? [title, ...rest] : rest;
    const ids = headings.map((heading) => identify(heading, heading === title, draft, file));
    // An id of the author's own goes before what another heading is called by its words.
    const slugger = new GithubSlugger();
    if (series) draft.anchors.set(slugger.slug(anchorText(series)), draft.id);
    for (const [index, heading] of headings.entries()) {
      const id = ids[index] ?? '';
      for (const name of [slugger.slug(anchorText(heading)), id]) {
        if (name && !isClaimed(name, file)) draft.anchors.set(name, id);
      }
    }
    if (title) draft.title = title;
  };
}

/** Takes the braces off a heading and gives it its id in the book. */
function identify(heading: Heading, isTitle: boolean, draft: Draft, file: VFile): string {
  const { id: own, isUnnumbered, isUnlisted } = takeHeadingAttributes(heading);
  if (isTitle && isUnnumbered) draft.isUnnumbered = true;
  if (isTitle && isUnlisted) draft.isUnlisted = true;
  const stem = asciiSlug(anchorText(heading)) || 'heading';
  const id = isTitle
    ? draft.id
    : draft.allocate(own === undefined ? `${draft.id}--${stem}` : headingId(draft.id, own));
  if (!isTitle) heading.data = { ...heading.data, hProperties: { id } };
  if (own === undefined) return id;
  if (isClaimed(own, file)) reportTwice(own, heading, file);
  else nameAnchor(own, id, heading, file);
  return id;
}

/** An id of the author's own as it is; those with two hyphens are ours. */
function headingId(section: string, own: string): string {
  return own.includes('--') ? authorId(section, own) : own;
}

/**
 * The first heading of depth 1 outside quotations and lists; in a file that has none, a deeper
 * one that opens it, as where chapters are cut from a longer text. Where front matter names
 * the title, only a heading of depth 1 that opens the file: it says the same again.
 */
function titleHeading(tree: Root, draft: Draft): Heading | undefined {
  const titled = draft.frontMatter.title !== undefined;
  const isTitle = (node: Node): node is Heading =>
    node.type === 'heading' && anchorText(node as Heading) !== '';
  const candidates = titled ? tree.children.slice(0, 1) : tree.children;
  const first = candidates.find((node): node is Heading => isTitle(node) && node.depth === 1);
  if (first || titled) return first;
  const opening = tree.children.find((node) => !isInvisible(node));
  return opening && isTitle(opening) ? opening : undefined;
}

/** Raw HTML without text before the title: comments, anchors for old links. */
function isInvisible(node: RootContent): boolean {
  if (node.type === 'paragraph') {
    return node.children.every(
      (child) => child.type === 'html' || (child.type === 'text' && !child.value.trim()),
    );
  }
  return node.type === 'html';
}

/** Below a title of a deeper level the others go up as far as they can without passing it. */
function raise(headings: readonly Heading[], depth: Heading['depth']): void {
  const highest = least(headings.map((heading) => heading.depth));
  const levels = Math.max(0, Math.min(depth - 1, highest - 2));
  for (const heading of headings) heading.depth = (heading.depth - levels) as Heading['depth'];
}

function headingsBelow(tree: Root, title: Heading | undefined): Heading[] {
  const headings: Heading[] = [];
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') return SKIP;
    if (node.type === 'heading' && node !== title) headings.push(node);
    return undefined;
  });
  return headings;
}

/** A file has one title: where more headings of depth 1 follow, all but the title go down one level. */
function demote(headings: readonly Heading[], file: VFile): void {
  const further = headings.filter((heading) => heading.depth === 1);
  if (further.length === 0) return;
  // Those without text are told of as such.
  const second = further.find(({ children }) => children.length > 0);
  const reason = 'A file has one # heading, its title; this one becomes a subheading';
  if (second !== undefined)
    report(file, 'heading-level', reason, second, { hint: 'Begin a new file here, or write ##.' });
  for (const heading of headings) heading.depth = Math.min(6, heading.depth + 1) as Heading['depth'];
}

function checkLevels(headings: readonly Heading[], file: VFile): void {
  let previous = 1;
  for (const heading of headings) {
    if (heading.depth > previous + 1) {
      const reason = `A heading of level ${heading.depth} follows one of level ${previous}`;
      report(file, 'heading-level', reason, heading);
    }
    previous = heading.depth;
  }
}

import { defListHastHandlers } from 'remark-definition-list';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import type { Context } from './context.ts';
import { definition } from './handlers/handle-definition.ts';
import { captionedTable } from './handlers/handle-captioned-table.ts';
import { image } from './handlers/handle-image.ts';
import { listItem } from './handlers/handle-list-item.ts';
import { noteList } from './handlers/handle-note-list.ts';
import { noteReference } from './handlers/handle-note-reference.ts';
import { table } from './handlers/handle-table.ts';
import { rehypeAuthorHtml } from './author-html/rehype-author-html.ts';
import { rehypeMedia } from './rehype-media.ts';
import { rehypeCodeLines } from './rehype-code-lines.ts';
import { rehypeFillNotes } from './rehype-fill-notes.ts';
import { rehypeHighlight } from './rehype-highlight.ts';
import { rehypeImages } from './rehype-images.ts';
import { rehypeJoinMarks } from './rehype-join-marks.ts';
import { rehypeMath } from './rehype-math.ts';
import { rehypeVerseLines } from './rehype-verse-lines.ts';

/**
 * Everything that happens between the mdast and the hast of one piece of text, in order.
 *
 * @param context the book around the text
 */
export function createProcessor(context: Context) {
  const { labels, metadata } = context.book;
  const handlers = {
    ...defListHastHandlers,
    captionedTable,
    defListDescription: definition,
    image,
    listItem: listItem(labels),
    noteList: noteList(metadata.language),
    noteReference: noteReference(labels),
    table,
  } as NonNullable<Options['handlers']>;
  return (
    unified()
      .use(remarkRehype, { allowDangerousHtml: true, handlers })
      .use(rehypeAuthorHtml, context)
      // Nothing the author wrote as HTML is unsafe from here on.
      .use(rehypeImages, context)
      .use(rehypeMedia, context)
      .use(rehypeMath, context)
      .use(rehypeHighlight, context)
      .use(rehypeCodeLines)
      .use(rehypeVerseLines, metadata)
      .use(rehypeJoinMarks)
      .use(rehypeFillNotes, context)
      .freeze()
  );
}

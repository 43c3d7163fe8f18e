/** The kinds of markup that are understood, have nothing to do in a book, and are left out of it. */
export const droppedKinds = [
  {
    kind: 'image-attribute',
    looksLike: 'attributes of an image that have no effect here',
    hint: 'Delete them: width (%, px, in, cm, mm, pt) and height, alt, #id and .class are honoured.',
  },
  {
    kind: 'block-attribute',
    looksLike: 'attributes of a block that have no effect here',
    hint: 'Delete them: title, #id, .class, lang and dir are honoured.',
  },
  {
    kind: 'contents',
    looksLike: 'a sign for a table of contents',
    hint: 'Delete it, with the heading over it: Colophon makes the contents itself (`toc` in book.yaml).',
  },
  {
    kind: 'series-title',
    looksLike: 'the title of a series or part above that of the section',
    hint: 'The second # heading is the title. Delete the first, or write it below as ##; a part has a file of its own with `role: part`.',
  },
] as const;

export type DroppedKind = (typeof droppedKinds)[number]['kind'];

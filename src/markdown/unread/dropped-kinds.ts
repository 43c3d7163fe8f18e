/** The kinds of markup that are understood, have nothing to do in a book, and are left out of it. */
export const droppedKinds = [
  {
    kind: 'image-attribute',
    looksLike: 'attributes of an image that have no effect here',
    hint: 'Delete them: width (%, px, in, cm, mm, pt) and height, #id and .class are honoured.',
  },
  {
    kind: 'block-attribute',
    looksLike: 'attributes of a block that have no effect here',
    hint: 'Delete them: title, #id, .class, lang and dir are honoured.',
  },
] as const;

export type DroppedKind = (typeof droppedKinds)[number]['kind'];

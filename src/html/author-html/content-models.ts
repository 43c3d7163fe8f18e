/**
 * What an element may hold: text and blocks, running text, bare text, nothing, what its parent may
 * hold, or these elements alone.
 */
export type Content = 'flow' | 'phrasing' | 'text' | 'nothing' | 'transparent' | ReadonlyArray<string>;

/** Where an element may stand, what in it, and in which order. */
export interface ContentModel {
  /** Among blocks, in running text, or only directly inside these elements. */
  readonly stands: 'flow' | 'phrasing' | ReadonlyArray<string>;
  readonly holds: Content;
  /** Elements of their own that may stand in it beside what it holds. */
  readonly beside?: ReadonlyArray<string>;
  /** Elements that may not stand anywhere inside it. */
  readonly never?: ReadonlyArray<string>;
  /**
   * The order of what stands in it, of names each with a blank behind it; text and every element that
   * is not named here are `x`.
   */
  readonly order?: RegExp;
  /** What the order asks for, as a message says it. */
  readonly asks?: string;
}

/** Elements of the running text that hold running text. */
export const phrasing: ReadonlySet<string> = new Set(
  'abbr b bdi bdo cite code dfn em i kbd mark q s samp small span strong sub sup time u var'.split(' '),
);

const sections = ['article', 'aside', 'section'];
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

const flow = { stands: 'flow', holds: 'flow' } as const;
const block = { stands: 'flow', holds: 'phrasing' } as const;
const phrase = { stands: 'phrasing', holds: 'phrasing' } as const;
const empty = { stands: 'phrasing', holds: 'nothing' } as const;
const cell = { stands: ['tr'], holds: 'flow' } as const;
const rows = { stands: ['table'], holds: ['tr'] } as const;

/** The content models of HTML (https://html.spec.whatwg.org/) as EPUBCheck's schema has them. */
export const contentModels: ReadonlyMap<string, ContentModel> = new Map(
  Object.entries({
    address: { ...flow, never: ['address', 'header', 'footer', ...sections, ...headings] },
    article: flow,
    aside: flow,
    blockquote: flow,
    details: {
      ...flow,
      beside: ['summary'],
      order: /^summary (?:x )*$/,
      asks: 'a <summary> at its beginning',
    },
    div: flow,
    dl: {
      stands: 'flow',
      holds: ['dt', 'dd', 'div'],
      order: /^(?:(?:(?:dt )+(?:dd )+)*|(?:div )+)$/,
      asks: 'a <dt> and a <dd> for each of its terms',
    },
    figure: {
      ...flow,
      beside: ['figcaption'],
      order: /^(?:figcaption )?(?:x )*$|^(?:x )*figcaption $/,
      asks: 'one <figcaption>, at its beginning or end',
    },
    footer: { ...flow, never: ['header', 'footer'] },
    header: { ...flow, never: ['header', 'footer'] },
    hr: { stands: 'flow', holds: 'nothing' },
    ol: { stands: 'flow', holds: ['li'] },
    p: block,
    pre: block,
    section: flow,
    table: {
      stands: 'flow',
      holds: ['caption', 'colgroup', 'thead', 'tbody', 'tfoot', 'tr'],
      order: /^(?:caption )?(?:colgroup )*(?:thead )?(?:(?:tbody )*|(?:tr )+)(?:tfoot )?$/,
      asks: 'one <caption>, one <thead> and one <tfoot> at the most',
    },
    ul: { stands: 'flow', holds: ['li'] },
    ...Object.fromEntries(headings.map((name) => [name, block])),

    a: { stands: 'phrasing', holds: 'transparent', never: ['a', 'audio', 'details', 'video'] },
    audio: {
      stands: 'phrasing',
      holds: 'transparent',
      beside: ['source'],
      never: ['audio', 'video'],
      order: /^(?:source )*(?:x )*$/,
      asks: 'each <source> at its beginning',
    },
    video: {
      stands: 'phrasing',
      holds: 'transparent',
      beside: ['source', 'track'],
      never: ['audio', 'video'],
      order: /^(?:source )*(?:track )*(?:x )*$/,
      asks: 'each <source> at its beginning, then each <track>',
    },
    del: { stands: 'phrasing', holds: 'transparent' },
    ins: { stands: 'phrasing', holds: 'transparent' },
    ...Object.fromEntries([...phrasing].map((name) => [name, phrase])),
    dfn: { ...phrase, never: ['dfn'] },
    time: { ...phrase, never: ['time'] },
    ruby: {
      ...phrase,
      beside: ['rp', 'rt'],
      order: /^(?:(?:x )+(?:(?:rt )+|rp (?:rt rp )+))+$/,
      asks: 'an <rt> behind each of its words, and nothing behind the last',
    },
    br: empty,
    img: empty,
    wbr: empty,

    caption: { stands: ['table'], holds: 'flow', never: ['table'] },
    col: { stands: ['colgroup'], holds: 'nothing' },
    colgroup: { stands: ['table'], holds: ['col'] },
    dd: { stands: ['dl', 'div'], holds: 'flow' },
    dt: { stands: ['dl', 'div'], holds: 'flow' },
    figcaption: { stands: ['figure'], holds: 'flow' },
    li: { stands: ['ol', 'ul'], holds: 'flow' },
    rp: { stands: ['ruby'], holds: 'text' },
    source: { stands: ['audio', 'video'], holds: 'nothing' },
    track: { stands: ['video'], holds: 'nothing' },
    rt: { stands: ['ruby'], holds: 'phrasing' },
    summary: { stands: ['details'], holds: 'phrasing' },
    tbody: rows,
    td: cell,
    tfoot: rows,
    th: cell,
    thead: rows,
    tr: { stands: ['table', 'tbody', 'tfoot', 'thead'], holds: ['td', 'th'] },
  } satisfies Record<string, ContentModel>),
);

/** A `<div>` in a `<dl>` groups terms with what is said of them, and is nothing else. */
export const groupOfTerms: ContentModel = {
  stands: ['dl'],
  holds: ['dt', 'dd'],
  order: /^(?:dt )+(?:dd )+$/,
  asks: 'a <dt> and a <dd>',
};

/** A `<time>` without `datetime` is a moment that its bare text says. */
export const bareTime: ContentModel = { stands: 'phrasing', holds: 'text' };

import type rehypeSanitize from 'rehype-sanitize';

type Schema = NonNullable<Parameters<typeof rehypeSanitize>[0]>;

/** Elements whose content goes with them: what stands inside is no text of the book. */
export const stripped: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'embed',
  'applet',
  'svg',
  'math',
  'title',
  'textarea',
  'select',
  'canvas',
]);

const tagNames =
  'a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div ' +
  'dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p ' +
  'pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul ' +
  'var wbr';

const integer = /^-?\d+$/;

/** Elements that mean something only directly inside others. */
export const parentsOf: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['caption', new Set(['table'])],
  ['dd', new Set(['dl', 'div'])],
  ['dt', new Set(['dl', 'div'])],
  ['figcaption', new Set(['figure'])],
  ['li', new Set(['ol', 'ul'])],
  ['rp', new Set(['ruby'])],
  ['rt', new Set(['ruby'])],
  ['summary', new Set(['details'])],
]);

/** Elements of the running text: they cannot stand around blocks. */
export const phrasing: ReadonlySet<string> = new Set(
  'abbr b bdi bdo cite code dfn em i kbd mark q s samp small span strong sub sup time u var'.split(' '),
);

/** Elements that cannot stand in running text. */
export const blocks: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote details div dl figure footer h1 h2 h3 h4 h5 h6 header hr ol p pre ' +
    'section table ul'
  ).split(' '),
);

/** The HTML an author may write: the markup of prose, without style, scripts or anything that loads. */
export const authorSchema: Schema = {
  tagNames: tagNames.split(' '),
  attributes: {
    '*': [
      'className',
      'id',
      ['lang', /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i],
      ['dir', 'ltr', 'rtl', 'auto'],
      'title',
      'ariaLabel',
      'ariaHidden',
    ],
    a: ['href'],
    blockquote: ['cite'],
    q: ['cite'],
    del: ['cite', 'dateTime'],
    ins: ['cite', 'dateTime'],
    col: ['span'],
    colgroup: ['span'],
    details: ['open'],
    img: ['src', 'alt', ['width', /^\d+$/], ['height', /^\d+$/]],
    li: [['value', integer]],
    ol: [['start', integer], 'reversed', ['type', '1', 'a', 'A', 'i', 'I']],
    td: ['colSpan', 'rowSpan', 'headers'],
    th: ['colSpan', 'rowSpan', 'headers', ['scope', 'col', 'row', 'colgroup', 'rowgroup'], 'abbr'],
    time: ['dateTime'],
  },
  protocols: {
    cite: ['http', 'https'],
    href: ['http', 'https', 'mailto', 'tel'],
  },
  clobber: [],
  clobberPrefix: '',
  strip: [],
  ancestors: {},
  required: {},
};

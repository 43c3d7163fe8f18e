import type rehypeSanitize from 'rehype-sanitize';

type Schema = NonNullable<Parameters<typeof rehypeSanitize>[0]>;

/**
 * Elements whose content goes with them: what stands inside is no text of the book. What others hold
 * for readers who cannot see them, as in `<object>`, stays.
 */
export const stripped: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'embed',
  'svg',
  'math',
  'title',
  'textarea',
  'select',
]);

const tagNames =
  'a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div ' +
  'dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p ' +
  'pre q rp rt ruby s samp section small source span strong sub summary sup table tbody td tfoot th thead time tr track u ul ' +
  'var video wbr';

const integer = /^-?\d+$/;
const positive = /^0*[1-9]\d*$/;
const natural = /^\d+$/;

const date = String.raw`\d{4,}-\d{2}-\d{2}`;
const clock = String.raw`\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?`;
const dateAndTime = String.raw`${date}(?:[T ]${clock}(?:Z|[+-]\d{2}:?\d{2})?)?`;

/** When something was changed: a date, with its time or without. */
const change = new RegExp(`^${dateAndTime}$`);

/** A moment, a year, a month, a week, a day of the year, a time of day or a duration. */
const moment = new RegExp(
  `^(?:${dateAndTime}|\\d{4,}(?:-\\d{2}|-W\\d{2})?|(?:--)?\\d{2}-\\d{2}|${clock}|P(?=[\\dT])(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$`,
);

const cell: NonNullable<Schema['attributes']>[string] = [
  ['colSpan', positive],
  ['rowSpan', natural],
];

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
      ['ariaHidden', 'true', 'false'],
    ],
    a: ['href'],
    audio: ['src', 'controls', 'loop', 'preload'],
    blockquote: ['cite'],
    q: ['cite'],
    del: ['cite', ['dateTime', change]],
    ins: ['cite', ['dateTime', change]],
    col: [['span', positive]],
    colgroup: [['span', positive]],
    details: ['open'],
    img: ['src', 'alt', 'ariaDetails', ['width', natural], ['height', natural]],
    li: [['value', integer]],
    ol: [['start', integer], 'reversed', ['type', '1', 'a', 'A', 'i', 'I']],
    source: ['src', 'type'],
    td: cell,
    th: [...cell, ['scope', 'col', 'row', 'colgroup', 'rowgroup']],
    time: [['dateTime', moment]],
    track: [
      'src',
      ['kind', 'subtitles', 'captions', 'descriptions', 'chapters'],
      ['srcLang', /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i],
      'label',
      'default',
    ],
    video: ['src', 'poster', 'controls', 'loop', 'preload', ['width', natural], ['height', natural]],
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

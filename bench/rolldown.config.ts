import type { RolldownOptions } from 'rolldown';
import program from '../rolldown.config.ts';

/** What benchmarks take from inside the program, by its path in `src/`. */
const modules = [
  'book/book',
  'emit/fonts',
  'emit/pdf/browser/browser',
  'emit/pdf/print-book',
  'emit/pdf/printable',
  'emit/pdf/press/decode-in-browser',
  'emit/pdf/press/finish-press',
  'emit/pdf/screen/finish-screen',
  'emit/pdf/page/geometry',
  'html/book-to-hast',
  'html/for-products',
  'machine/bytes/read-bytes',
  'markdown/parse-manuscript',
  'matter/attach-matter',
  'read/images/assets',
  'read/manuscript',
  'read/templates/theme',
];

/** The program as it is published, with doors to its rooms. */
export default {
  ...program,
  input: Object.fromEntries(modules.map((path) => [path, `src/${path}.ts`])),
  output: { ...program.output, dir: 'bench/lib' },
} satisfies RolldownOptions;

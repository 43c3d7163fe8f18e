import type { Message } from '../../book/messages/messages.ts';

/** What a checker says, in the words of EPUBCheck. */
interface Finding {
  /** The file name of the EPUB. */
  readonly name: string;
  /** As `RSC-005`. */
  readonly code: string;
  /** `fatal`, `error`, `warning`, `info`, `usage` or `suppressed`, in any case. */
  readonly severity: string;
  readonly text: string;
  /** Inside the container, or somewhere on disk up to the container. */
  readonly path?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly suggestion?: string | undefined;
}

/** The message a user reads; none for hints on usage and information. */
export function epubMessage(finding: Finding): Message[] {
  const severity = severities.get(finding.severity.toLowerCase());
  if (severity === undefined) return [];
  const { name, code, text, line, column, suggestion } = finding;
  return [
    {
      file: placeOf(finding.path, name),
      line: atLeastOne(line),
      column: atLeastOne(column),
      severity,
      rule: `epubcheck/${code}`,
      reason: sentence(text),
      hint: suggestion?.trim() || hint,
    },
  ];
}

const hint =
  'Where theme.css or HTML in the Markdown is the cause, mend it there; otherwise this is a bug of Colophon.';

const severities = new Map<string, Message['severity']>([
  ['fatal', 'error'],
  ['error', 'error'],
  ['warning', 'warning'],
]);

/** `book.epub/OEBPS/chapter.xhtml`, whatever stands before it. */
function placeOf(path: string | undefined, name: string): string {
  const forward = (path ?? '').replaceAll('\\', '/');
  const inside = forward.includes(name) ? forward.slice(forward.lastIndexOf(name) + name.length) : forward;
  const within = inside.replace(/^[/!]+/, '');
  return within === '' ? name : `${name}/${within}`;
}

/** EPUBCheck says -1 where it knows no place. */
function atLeastOne(value: number | undefined): number {
  return value === undefined || value < 1 ? 1 : value;
}

/** Without the lines of the file around the place, which are those of the EPUB, and its own name before the finding. */
function sentence(text: string): string {
  return text
    .replace(/\n *\d+ \|.*$/s, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/^CSS parse error: Parse error: /, 'CSS parse error: ')
    .replace(/\.$/, '');
}

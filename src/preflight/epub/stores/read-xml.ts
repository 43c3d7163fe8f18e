import { SaxesParser } from 'saxes';

/** An element as it begins: its name without prefix, its attributes, and where, lines and columns from 1. */
export interface StartTag {
  readonly name: string;
  readonly attributes: Readonly<Partial<Record<string, string>>>;
  readonly line: number;
  readonly column: number;
}

interface Listener {
  readonly onStart?: (tag: StartTag) => void;
  /** An element has ended. @param text all that stood in it */
  readonly onEnd?: (name: string, text: string) => void;
}

/**
 * Reads XML from beginning to end, past its faults: other checks tell of these.
 *
 * @param bytes in UTF-8, or in UTF-16 with a mark
 */
export function readXml(bytes: Uint8Array, { onStart, onEnd }: Listener): void {
  const parser = new SaxesParser({ position: true });
  const texts: string[] = [];
  let at = { line: 1, column: 1 };
  parser.on('error', () => undefined);
  parser.on('opentagstart', () => (at = { line: parser.line, column: parser.columnIndex }));
  parser.on('opentag', ({ name, attributes }) => {
    texts.push('');
    const own = attributes as Readonly<Record<string, string>>;
    onStart?.({ name: name.replace(/^.*:/, ''), attributes: own, ...at });
  });
  parser.on('text', (text) => {
    if (texts.length > 0) texts.push(`${texts.pop() ?? ''}${text}`);
  });
  parser.on('closetag', ({ name }) => {
    const text = texts.pop() ?? '';
    onEnd?.(name.replace(/^.*:/, ''), text);
    if (texts.length > 0) texts.push(`${texts.pop() ?? ''}${text}`);
  });
  parser.write(decoded(bytes)).close();
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}

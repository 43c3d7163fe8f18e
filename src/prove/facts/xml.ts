import { SaxesParser } from 'saxes';
import { UnreadableFile } from '../unreadable-file.ts';

/** An element of an XML document. */
export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** All text in it. */
  text: string;
}

/**
 * The root of an XML document.
 *
 * @param source the document
 * @throws UnreadableFile where it is not well-formed
 */
export function parseXml(source: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  const addText = (text: string): void => {
    for (const element of open) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw new UnreadableFile(error.message, { cause: error });
  });
  parser.write(source).close();
  return root;
}

/** The elements of this name below an element, in document order. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendants(child, name),
  ]);
}

/** The texts of the elements of this name below an element. */
export function textsOf(element: XmlElement, name: string): string[] {
  return descendants(element, name).map(({ text }) => text);
}

/** The elements at the end of a path of names below an element. */
export function at(element: XmlElement, ...path: ReadonlyArray<string>): XmlElement[] {
  return path.reduce<XmlElement[]>(
    (elements, name) => elements.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  );
}

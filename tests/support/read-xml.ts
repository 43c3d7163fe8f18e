import { SaxesParser } from 'saxes';

/** An element as an XML parser reads it. */
export interface Read {
  readonly name: string;
  text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Read[];
}

/** The outermost element of a document; what is not well-formed is an error. */
export function readXml(document: Uint8Array | string): Read {
  const root: Read = { name: '', text: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, text: '', attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(typeof document === 'string' ? document : Buffer.from(document).toString('utf8')).close();
  const [outermost] = root.children;
  if (outermost === undefined) throw new Error('The document is empty');
  return outermost;
}

/** The elements at a path below one, in document order: `rdf:RDF/rdf:Description`. */
export function at(element: Read | undefined, path: string): Read[] {
  let found = element === undefined ? [] : [element];
  for (const step of path.split('/')) {
    found = found.flatMap(({ children }) => children.filter(({ name }) => name === step));
  }
  return found;
}

/** The texts at a path. */
export function texts(element: Read | undefined, path: string): string[] {
  return at(element, path).map(({ text }) => text);
}

/** The texts of the children of each element at a path, joined: a code with its value. */
export function rows(element: Read | undefined, path: string): string[] {
  return at(element, path).map(({ children }) => children.map(({ text }) => text).join(' '));
}

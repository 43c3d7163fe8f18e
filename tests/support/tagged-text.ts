import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

interface StructureNode {
  readonly children?: ReadonlyArray<StructureNode>;
  readonly type?: string;
  readonly id?: string;
}

/** The text of a PDF page by page in the order of its tags; what has no tag is left out. */
export async function taggedText(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const texts = new Map<string, string>();
    let current = '';
    for (const item of items) {
      if ('str' in item) texts.set(current, (texts.get(current) ?? '') + item.str);
      else current = item.type === 'endMarkedContent' ? '' : (item.id ?? current);
    }
    const tree: StructureNode | null = await page.getStructTree();
    pages.push(
      contentsOf(tree)
        .map((id) => texts.get(id) ?? '')
        .join(''),
    );
  }
  await document.destroy();
  return pages.join('');
}

function contentsOf(node: StructureNode | null): string[] {
  if (node === null) return [];
  if (node.type === 'content') return [node.id ?? ''];
  return (node.children ?? []).flatMap(contentsOf);
}

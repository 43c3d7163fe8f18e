import { PDFDict, PDFDocument, PDFName, PDFRef, PDFString, type PDFContext, type PDFObject } from 'pdf-lib';
import { beforeEach, describe, expect, it } from 'vitest';
import { elementsOf, kidsOf } from '../../../../src/emit/pdf/structure/elements.ts';
import { placeFootNotes, type TaggedNote } from '../../../../src/emit/pdf/structure/foot-notes.ts';

let context: PDFContext;

/** An element that holds others, references to annotations and numbers of marked content. */
function element(role: string, ...kids: ReadonlyArray<PDFObject | number>): PDFRef {
  const ref = context.register(context.obj({ S: role, K: [...kids] }));
  for (const kid of kids) {
    const inner = kid instanceof PDFRef ? context.lookup(kid) : undefined;
    if (inner instanceof PDFDict) inner.set(PDFName.of('P'), ref);
  }
  return ref;
}

/** A link that leads to a destination. */
function link(destination: string, content: number): PDFRef {
  const annotation = context.register(context.obj({ Dest: PDFString.of(destination) }));
  return element('Link', context.obj({ Type: 'OBJR', Obj: annotation }), content);
}

/** What an element holds, as `role(…)`, with the numbers of marked content. */
function told(ref: PDFObject): string {
  const object = context.lookup(ref);
  if (!(object instanceof PDFDict)) return String(object);
  const role = object.lookupMaybe(PDFName.of('S'), PDFName)?.decodeText();
  if (role === undefined) return 'annotation';
  return `${role}(${kidsOf(object).map(told).join(' ')})`;
}

describe('notes at the foot of pages', () => {
  const bodies = new Map<PDFRef, PDFRef>();
  const notes: TaggedNote[] = [];

  beforeEach(async () => {
    ({ context } = await PDFDocument.create());
    bodies.clear();
    notes.length = 0;
  });

  /** The item of a note, with the link back to its mark; without a destination, of one that goes on. */
  function item(content: number, destination?: string): PDFRef {
    const text = destination === undefined ? [content] : [link(`${destination}-mark`, content), content + 1];
    const paragraph = element('P', ...text);
    const inner = destination === undefined ? paragraph : element('Note', paragraph);
    const body = element('LBody', inner);
    const ref = element('LI', body);
    bodies.set(ref, body);
    if (destination !== undefined) notes.push({ body, ref: inner, destination });
    return ref;
  }

  function place(...kids: ReadonlyArray<PDFRef>): {
    readonly root: PDFRef;
    readonly heirs: Map<PDFRef, PDFRef>;
  } {
    const root = element('Document', ...kids);
    const elements = elementsOf(context, context.lookup(root, PDFDict));
    // The root itself is no element there; what stands in it knows its parent from its own dictionary.
    return { root, heirs: placeFootNotes(elements, bodies, notes) };
  }

  /** As Chrome has it: the tree is what the root holds. */
  function section(...kids: ReadonlyArray<PDFRef>): PDFRef {
    return element('Sect', ...kids);
  }

  it('are read behind their marks, with their numbers as labels, and their boxes go', () => {
    const raised = element('NonStruct', link('a', 2));
    const text = element('P', 1, raised, 3);
    const { root } = place(section(text, element('Art', element('L', item(10, 'a')))));
    expect(told(root)).toBe(
      'Document(Sect(P(1 NonStruct(Link(annotation 2)) Note(Lbl(Link(annotation 10)) P(11)) 3)))',
    );
  });

  it('are read behind headings that hold their marks, in the order of these', () => {
    const heading = element('H2', link('a', 2), link('b', 3));
    const box = element('Art', element('L', item(10, 'a'), item(20, 'b')));
    const { root } = place(section(heading, element('P', 4), box));
    expect(told(root)).toMatch(
      /^Document\(Sect\(H2\([^N]*\) Note\(.*10.* P\(11\)\) Note\(.*20.* P\(21\)\) P\(4\)\)\)$/,
    );
  });

  it('are joined with what of them stands on later pages', () => {
    const text = element('P', link('a', 1));
    const first = element('Art', element('L', item(10, 'a')));
    const goesOn = [item(20), item(30)];
    const [second, third] = goesOn.map((rest) => element('Art', element('Art', element('L', rest))));
    const { root, heirs } = place(section(text, first, second!, element('P', 2), third!));
    expect(told(root)).toBe(
      'Document(Sect(P(Link(annotation 1) Note(Lbl(Link(annotation 10)) P(11) P(20) P(30))) P(2)))',
    );
    const [note] = notes;
    expect([...heirs]).toEqual(goesOn.map((rest) => [bodies.get(rest), note?.ref]));
  });

  it('are left alone where none stands in a box', () => {
    const { root, heirs } = place(section(element('P', link('a', 1)), element('L', item(10, 'a'))));
    expect(told(root)).toContain('L(LI(LBody(Note(P(Link(annotation 10) 11)))))');
    expect(heirs.size).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { markArtifacts } from '../../../../src/emit/pdf/content/mark-artifacts.ts';

function marked(content: string, decoration: ReadonlyArray<number> = []): string {
  const facts = { decoration: new Set(decoration), middle: 400, holdsTags: (name: string) => name === 'T1' };
  return Buffer.from(markArtifacts(Buffer.from(content, 'latin1'), facts)).toString('latin1');
}

const header = '/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC';
const footer = '/Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC';
const layout = '/Artifact <</Type/Layout>>BDC';

const text = (y: number): string => `BT\n1 0 0 -1 86 ${y} Tm\n<01> Tj\nET`;
const tagged = (content: string): string => `/P <</MCID 4>>BDC\n${content}\nEMC`;

describe('markArtifacts', () => {
  it('leaves alone what is tagged', () => {
    const page = `q\n0 0 9 9 re\nW* n\n${tagged(`${text(50)}\n0 0 2 1 re\nf\n/X1 Do`)}\nQ`;
    expect(marked(page)).toBe(page);
  });

  it('marks heads above and folios below the text, which come before it', () => {
    const page = `q\n${text(50)}\n${text(51)}\n${text(700)}\nQ\nq\n0 0 9 9 re\nW* n\n${tagged(text(300))}\nQ`;
    expect(marked(page)).toBe(
      `q\n${header}\n${text(50)}\n${text(51)}\nEMC\n${footer}\n${text(700)}\nEMC\nQ\n` +
        `q\n0 0 9 9 re\nW* n\n${tagged(text(300))}\nQ`,
    );
  });

  it('marks rules, images and shadings, but no clipping', () => {
    const rule = '0 0 2 1 re\n3 3 m 4 4 l\nS';
    expect(marked(`q\n1 1 8 8 re\nW n\n${rule}\nQ\n${tagged(text(9))}\n/X1 Do\n/S1 sh`)).toBe(
      `q\n1 1 8 8 re\nW n\n${layout}\n${rule}\nEMC\nQ\n${tagged(text(9))}\n${layout}\n/X1 Do\n/S1 sh\nEMC`,
    );
  });

  it('marks no form that holds tags', () => {
    expect(marked('q\n/X1 Do\n/T1 Do\n/X2 Do\nQ')).toBe(
      `q\n${layout}\n/X1 Do\nEMC\n/T1 Do\n${layout}\n/X2 Do\nEMC\nQ`,
    );
  });

  it('finds no heads in forms, which stand in the text area', () => {
    const facts = { decoration: new Set<number>(), holdsTags: () => false };
    const content = Buffer.from(`q\n${text(50)}\nQ`, 'latin1');
    expect(Buffer.from(markArtifacts(content, facts)).toString('latin1')).toBe(
      `q\n${layout}\n${text(50)}\nEMC\nQ`,
    );
  });

  it('takes replacement text inside a text object as a part of it', () => {
    const span = 'BT\n/Span<</ActualText <feff0628> >> BDC\n1 0 0 -1 8 50 Tm\n<01> Tj\nEMC\n<02> Tj\nET';
    expect(marked(span)).toBe(`${header}\n${span}\nEMC`);
    expect(marked(tagged(span))).toBe(tagged(span));
  });

  it('makes marked content a background that the structure does not know', () => {
    const page = '/NonStruct <</MCID 3 >>BDC\n0 0 9 9 re\nf\nEMC\n';
    expect(marked(page, [3])).toBe('/Artifact <</Type/Background>>BDC\n0 0 9 9 re\nf\nEMC\n');
    expect(marked(page, [4])).toBe(page);
  });

  it('finds untagged paint behind tags that contain others', () => {
    const nested = '/P <</MCID 1>>BDC /Span <</ActualText (a)>>BDC (x) Tj EMC EMC';
    expect(marked(`${nested} 0 0 1 1 re f`)).toBe(`${nested} ${layout}\n0 0 1 1 re f\nEMC`);
  });
});

import { PDFDocument, type PDFDict, type PDFRef } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { unseenForms } from '../../../../src/emit/pdf/content/unseen-forms.ts';

const full = '0 0 0 RG 0 0 0 rg\n/G3 gs\n0 0 60 40 re\nf\n';

interface Mask {
  readonly transfer?: string;
  readonly shape?: string;
  readonly alpha?: number;
  readonly box?: ReadonlyArray<number>;
}

/** A form that places another under the mask `G1` and without one after `G2`. */
async function owner({ transfer, shape = full, alpha = 1, box = [0, 0, 60, 40] }: Mask): Promise<PDFDict> {
  const { context } = await PDFDocument.create();
  const form = (content: string, BBox: ReadonlyArray<number>): PDFRef =>
    context.register(
      context.stream(content, {
        Subtype: 'Form',
        BBox: [...BBox],
        Resources: { ExtGState: { G3: { ca: alpha } } },
      }),
    );
  const states = {
    G1: {
      SMask: {
        S: 'Alpha',
        G: form(shape, [0, 0, 60, 40]),
        ...(transfer !== undefined && {
          TR: context.register(context.stream(transfer, { FunctionType: 4 })),
        }),
      },
    },
    G2: { SMask: 'None' },
  };
  return context.obj({ Resources: { ExtGState: states, XObject: { X1: form('', box) } } });
}

const content = '/G1 gs\n/X1 Do\n/G2 gs\n/X1 Do\n';

const seen = async (mask: Mask): Promise<string> =>
  Buffer.from(unseenForms(await owner(mask)).drop(Buffer.from(content, 'latin1'))).toString('latin1');

const inverse = '{1 exch sub}';

describe('unseenForms', () => {
  it('takes out a form under the inverse of a mask that covers it, up to the next mask', async () => {
    expect(await seen({ transfer: inverse })).toBe('/G1 gs\n\n/G2 gs\n/X1 Do\n');
  });

  it.each<[string, Mask]>([
    ['is not turned into its opposite', {}],
    ['is changed otherwise', { transfer: '{0.5 mul}' }],
    ['covers a part of its box', { transfer: inverse, shape: full.replace('60', '50') }],
    ['lets shine through', { transfer: inverse, alpha: 0.5 }],
    ['has another box than the form', { transfer: inverse, box: [0, 0, 61, 40] }],
  ])('leaves a form whose mask %s', async (_, mask) => {
    expect(await seen(mask)).toBe(content);
  });

  it('goes by masks that hide, and by the boxes of forms', async () => {
    const facts = await Promise.all(
      [{}, { transfer: inverse }, { transfer: inverse, box: [0, 0, 61, 40] }].map(
        async (mask) => unseenForms(await owner(mask)).facts,
      ),
    );
    expect(facts[0]).toBe('');
    expect(new Set(facts).size).toBe(3);
  });
});

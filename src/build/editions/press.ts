import type { EditionKind, MadeEdition, Making } from './edition.ts';

/** The PDF for the press, PDF/X-4. */
export const press = {
  name: 'press',
  title: 'PDF for the press',
  kind: 'press',
  product: 'print',
  isPaged: true,
  handed: ['parse files', 'divide the words', 'finish and prove the press PDF'],
  suffix: '-press.pdf',
  make,
} as const satisfies EditionKind;

async function make(making: Making): Promise<MadeEdition | undefined> {
  const { composed, source, browser, schedule, scratch } = making;
  // All else is there before the print, so that the other thread has it before this one is taken up.
  const [{ decoderIn }, running, expected] = await Promise.all([
    import('../../emit/pdf/press/decode-in-browser.ts'),
    browser(),
    making.expected,
  ]);
  const printed = await making.print;
  const { profiles } = source.manuscript;
  if (printed?.pdf === undefined || profiles === undefined) return undefined;
  const { pdf, about, pagination, geometry, pageMap } = printed;
  const { metadata, labels, originals, hasShadows } = about;
  const face = composed.fonts.find(({ use, style }) => use === 'text' && style === 'normal')?.bytes;
  const decoder = decoderIn(running.browser);
  try {
    const { bytes, proof } = await schedule.hand(
      'finish and prove the press PDF',
      { pdf, metadata, labels, originals, hasShadows, pages: pagination.pages, geometry },
      { profiles, face, scratch },
      decoder.decode,
      expected,
      { anchors: pageMap.anchors, feet: pageMap.feet, missing: composed.missing },
      { pages: making.shelfFile('press pages'), text: making.shelfFile('press text') },
    );
    return { bytes, proof: Promise.resolve(proof) };
  } finally {
    await decoder.close();
  }
}

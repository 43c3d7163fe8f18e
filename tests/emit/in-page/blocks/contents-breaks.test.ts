import { describe, expect, it } from 'vitest';
import { contentsBreaks, type ContentsLine } from '../../../../src/emit/in-page/blocks/contents-breaks.ts';

/**
 * Contents as they fill pages: a part, a chapter or a section each, and bars where pages end.
 *
 * @param written such as `Pccc|cc`
 */
function lines(written: string): ContentsLine[] {
  const pages = written.split('|');
  return pages.flatMap((page, index) =>
    page.split('').map((sign) => ({
      page: index,
      height: 16,
      begins: sign === 'P' ? 'part' : sign === 'c' ? 'chapter' : 'section',
    })),
  );
}

describe('pages of contents', () => {
  it('begin with a part, and not behind its first lines', () => {
    expect(contentsBreaks(lines('PcccccccccPcccccccPc|cccccccc'))).toEqual([18]);
  });

  it('stay where a part is not near', () => {
    expect(contentsBreaks(lines('Pccccccccccccccccccc|cccccccc'))).toEqual([]);
  });

  it('do not end behind a chapter whose sections come next', () => {
    expect(contentsBreaks(lines('PssssPssssPssssPsssP|ssssPssss'))).toEqual([19]);
  });

  it('have no few lines on the last', () => {
    expect(contentsBreaks(lines('PPPPPPPPPPPPPPPPPPPPPPPPP|PP'))).toEqual([21]);
    expect(contentsBreaks(lines('PPPPPPPPPPPPPPPPPPPPPPPPP|PPPPPP'))).toEqual([]);
  });

  it('are no more than there were', () => {
    expect(contentsBreaks(lines(`PcccccccccccccccPc|${'c'.repeat(18)}`))).toEqual([]);
  });

  it('follow from those before them', () => {
    expect(contentsBreaks(lines('PcccccccccccccccccPc|ccccccccccccccccccc|ccccccccc'))).toEqual([18, 38]);
  });
});

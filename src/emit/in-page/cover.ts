import type { CoverScript } from '../cover/cover-script.ts';
import { fitTexts } from './fit-texts.ts';
import { loadFonts } from './load-fonts.ts';

/** The script of covers. */
export default { loadFonts, fitTexts } satisfies CoverScript;

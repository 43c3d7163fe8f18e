import { findEpubcheck } from '../preflight/epub/official.ts';
import { startBrowser } from '../emit/pdf/browser/browser.ts';
import { testPrintLayout } from '../emit/pdf/browser/self-test.ts';
import { limitInWords, limits } from '../book/limits.ts';
import { keptSize } from '../machine/cache/build-cache.ts';
import { cacheFolder } from '../machine/cache-folder.ts';
import { environmentFault } from '../machine/environment-fault.ts';
import { pictureLibrary } from '../machine/pictures/picture-library.ts';
import { readTheme, themeNames } from '../read/templates/theme.ts';

export { downloadBrowser } from '../emit/pdf/browser/downloaded-browser.ts';
export { clearKept } from '../machine/cache/build-cache.ts';

/** One thing a build needs or can use. */
export interface Finding {
  readonly name: string;
  /** `optional`: absent, and builds work without it. */
  readonly status: 'ok' | 'missing' | 'optional';
  /** What is used, or what is wrong. */
  readonly detail: string;
  /** How to get it; empty where nothing is to be done. */
  readonly hint: string;
}

/**
 * What this machine has, what a build would use, and what is missing.
 *
 * @param setting path of a browser, as in `--browser`
 */
export async function diagnose(setting: string | undefined): Promise<Finding[]> {
  return [
    nodeFinding(),
    await cacheFinding(),
    ...(await browserFindings(setting)),
    await fontFinding(),
    await pictureFinding(),
    await epubcheckFinding(),
  ];
}

async function cacheFinding(): Promise<Finding> {
  const name = 'cache';
  try {
    const { path, passing } = await cacheFolder();
    if (passing === undefined) {
      const size = Math.ceil((await keptSize()) / 2 ** 20);
      const detail = `${path}; ${size} of ${limitInWords(limits['cache-size'])} kept for later builds`;
      return { name, status: 'ok', detail, hint: '' };
    }
    const hint = 'Set XDG_CACHE_HOME to a folder of your own; until then every build unpacks the browser.';
    return { name, status: 'optional', detail: passing, hint };
  } catch (error) {
    const fault = environmentFault(error);
    if (fault === undefined) throw error;
    return { name, status: 'missing', detail: fault.message, hint: fault.hint };
  }
}

function nodeFinding(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > 20 || (major === 20 && minor >= 19);
  return {
    name: 'Node.js',
    status: enough ? 'ok' : 'missing',
    detail: process.versions.node,
    hint: enough ? '' : 'Install Node.js 20.19 or newer.',
  };
}

async function browserFindings(setting: string | undefined): Promise<Finding[]> {
  const name = 'browser';
  try {
    const running = await startBrowser(setting);
    const { choice, browser, sandbox } = running;
    try {
      const detail = `${await browser.version()} (${choice.source}: ${choice.executable})`;
      await testPrintLayout(running);
      const dictionaries = choice.dictionaries !== undefined;
      return [
        { name, status: 'ok', detail, hint: '' },
        {
          name: 'sandbox',
          status: sandbox ? 'ok' : 'optional',
          detail: sandbox ? 'around every page the browser shows' : 'not allowed here, or not for root',
          hint: sandbox ? '' : 'For manuscripts of strangers, build as an ordinary user, or in a container.',
        },
        { name: 'page measurement', status: 'ok', detail: 'the print layout can be measured', hint: '' },
        {
          name: 'hyphenation',
          status: 'ok',
          detail: dictionaries ? 'dictionaries beside the browser' : 'soft hyphens in the text',
          hint: dictionaries ? '' : 'Use the pinned browser to keep soft hyphens out of copied text.',
        },
      ];
    } finally {
      await browser.close();
    }
  } catch (error) {
    const fault = environmentFault(error);
    if (fault === undefined) throw error;
    return [{ name, status: 'missing', detail: fault.message, hint: fault.hint }];
  }
}

async function fontFinding(): Promise<Finding> {
  const themes = await themeNames();
  const families = new Set<string>();
  for (const theme of themes) for (const font of (await readTheme(theme)).fonts) families.add(font.family);
  return { name: 'fonts', status: 'ok', detail: [...families].join(', '), hint: '' };
}

async function pictureFinding(): Promise<Finding> {
  const library = await pictureLibrary();
  return {
    name: 'pictures',
    status: library === undefined ? 'optional' : 'ok',
    detail:
      library === undefined
        ? 'sharp does not run here; pictures go into the e-book as they are, and TIFF and AVIF are errors'
        : `sharp ${library.versions.sharp}, libvips ${library.versions.vips}`,
    hint: library === undefined ? 'Install Colophon again with its optional packages.' : '',
  };
}

async function epubcheckFinding(): Promise<Finding> {
  const found = await findEpubcheck(process.env);
  return {
    name: 'EPUBCheck',
    status: found === undefined ? 'optional' : 'ok',
    detail:
      found === undefined
        ? 'not installed; every build runs epubcheck-ts, which needs no Java'
        : `${found.version} (${found.description}), besides epubcheck-ts${found.explicit ? '' : ', for remarks'}`,
    hint:
      found === undefined
        ? 'To run the official one too, install Java and set EPUBCHECK to the path of epubcheck.jar.'
        : '',
  };
}

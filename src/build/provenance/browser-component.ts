import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { RunningBrowser } from '../../emit/pdf/browser/browser.ts';
import type { UsedComponent } from '../../release/sbom.ts';

/** The browser that set and painted the pages, with the hash of its program. */
export async function browserComponent({ browser, choice }: RunningBrowser): Promise<UsedComponent> {
  const [, name = 'Chrome', version] = /^([^/]+)\/(.+)$/.exec(await browser.version()) ?? [];
  return {
    kind: 'program',
    name: name.replace(/^Headless/, ''),
    version,
    licence: 'BSD-3-Clause',
    description: choice.source === 'pinned' ? 'from the package @sparticuz/chromium' : undefined,
    hashes: { sha256: await hashOf(choice.executable) },
  };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
    hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

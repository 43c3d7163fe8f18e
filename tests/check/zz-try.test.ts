import { test } from 'vitest';
import { build } from '/work/main/src/build.ts';
import { checkFacts } from '/work/main/src/check/facts.ts';
import { emitOnix } from '/work/main/src/emit/onix/emit-onix.ts';
import { readFileSync } from 'node:fs';
test.each(['/work/shared/books/entente', '/work/main/manuscript', '/tmp/h3/h8/ar','/work/shared/books/moby-dick'])('%s', async (folder) => {
  const r = await build(folder, {});
  console.log(r.ok, r.messages.filter(m=>m.severity==='error').slice(0,5), r.artifacts.map(a=>a.path));
  const f = (k: string) => r.artifacts.find((a) => a.kind === k);
  const onix = { path: 'x.onix.xml', bytes: emitOnix(r.metadata, { pages: r.pageMap?.pages, files: { epub: f('epub'), pdf: f('pdf') } } as never) };
  const lang = r.metadata.language.split('-')[0];
  const labels = JSON.parse(readFileSync(`/work/main/templates/locales/${lang}.json`, 'utf8'));
  for (const part of [{ epub: f('epub') }, { pdf: f('pdf') }, { onix }, { manifest: f('manifest') }] as never[]) {
    const t = performance.now();
    const m = await checkFacts(part, { metadata: r.metadata, labels, pages: r.pageMap?.pages.length, copyrightPage: { id: 'copyright', origin: 'generated' } });
    console.log(Object.keys(part), Math.round(performance.now() - t), 'ms', m.map((x) => x.reason));
  }
}, 120000);

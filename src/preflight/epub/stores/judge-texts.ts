import type { SightKind } from './document-facts.ts';
import type { Breach, Judges } from './breach.ts';
import type { EpubFacts } from './epub-facts.ts';

type TextDemand = 'remote' | 'scripts' | 'forms' | 'math' | 'switches';

/** What stands in the content documents. */
export const textJudges: Judges<TextDemand> = {
  remote: (facts, _demand, { title }) => [
    ...facts.package.items.flatMap(({ isRemote, path }) =>
      isRemote ? [remoteBreach(path, title, { path: facts.package.path })] : [],
    ),
    ...facts.sights.flatMap((sight) =>
      sight.kind === 'remote' ? [remoteBreach(sight.address ?? '', title, sight)] : [],
    ),
  ],
  scripts: (facts, _demand, { title }) =>
    seen(facts, 'script', `The book has a script, which ${title} does not run on all devices`),
  forms: (facts, _demand, { title }) =>
    seen(facts, 'form', `The book has a form, which ${title} does not show`),
  math: (facts, _demand, { title }) =>
    seen(
      facts,
      'math',
      `A formula has neither words (alttext) nor a picture (altimg) for devices of ${title} that show no MathML`,
    ),
  switches: (facts, _demand, { title }) =>
    seen(facts, 'switch', `epub:switch and epub:trigger are given up by EPUB; for ${title} do without`),
};

function remoteBreach(
  address: string,
  title: string,
  { path, line, column }: Omit<Breach, 'reason'>,
): Breach {
  const place = { ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
  const reason = `"${address}" would be loaded from the network, which ${title} does not do`;
  return { reason, ...(path !== undefined && { path }), ...place };
}

function seen({ sights }: EpubFacts, kind: SightKind, reason: string): Breach[] {
  return sights
    .filter((sight) => sight.kind === kind)
    .map(({ path, line, column }) => ({ reason, path, line, column }));
}

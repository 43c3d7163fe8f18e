import type { Bytes } from '../../../book/bytes.ts';
import type { Message } from '../../../book/messages/messages.ts';
import type { PreflightRuleId } from '../../../book/messages/preflight-rules.ts';
import { ruleOf } from '../../../book/messages/rules.ts';
import type { DemandName, Demands, Store } from '../../../book/store.ts';
import type { Breach, Judge, Judges } from './breach.ts';
import { epubFacts, type EpubFacts } from './epub-facts.ts';
import { coverJudges } from './judge-cover.ts';
import { fileJudges } from './judge-files.ts';
import { packageJudges } from './judge-package.ts';
import { textJudges } from './judge-texts.ts';

const judges: Judges<DemandName> = { ...coverJudges, ...fileJudges, ...textJudges, ...packageJudges };

/** The rule that a breach of a demand is told by. */
const rules: Readonly<Record<DemandName, PreflightRuleId>> = {
  cover: 'epub-cover',
  coverShorterSide: 'epub-cover-size',
  coverLongerSide: 'epub-cover-size',
  coverRatio: 'epub-cover-size',
  coverBytes: 'epub-cover-size',
  coverTypes: 'epub-cover-format',
  imagePixels: 'epub-image-size',
  imageSide: 'epub-image-size',
  imageBytes: 'epub-image-size',
  imageTypes: 'epub-media-type',
  fontTypes: 'epub-media-type',
  media: 'epub-media-type',
  epubBytes: 'epub-size',
  textBytes: 'epub-text-size',
  fileNames: 'epub-file-name',
  encryption: 'epub-encrypted',
  obfuscation: 'epub-encrypted',
  remote: 'epub-remote',
  scripts: 'epub-script',
  forms: 'epub-feature',
  switches: 'epub-feature',
  overlays: 'epub-feature',
  math: 'epub-math',
  contents: 'epub-navigation',
  ncx: 'epub-navigation',
  pageList: 'epub-page-list',
  reflowable: 'epub-fixed-layout',
  title: 'epub-metadata',
  language: 'epub-metadata',
  identifier: 'epub-metadata',
  isbn: 'epub-metadata',
  creator: 'epub-metadata',
  description: 'epub-metadata',
};

/**
 * What stores find wrong with an EPUB: one message for each thing that a store asks for, at the first place.
 * Nothing where it has no package document that can be read, which other checks tell of.
 *
 * @param epub the container, whole
 * @param name its file name, under which its files are named in the messages
 */
export async function judgeStores(
  epub: Bytes,
  name: string,
  stores: ReadonlyArray<Store>,
): Promise<Message[]> {
  const facts = stores.length === 0 ? undefined : await epubFacts(epub);
  if (facts === undefined) return [];
  return stores.flatMap((store) => judgeStore(facts, name, store));
}

function judgeStore(facts: EpubFacts, name: string, store: Store): Message[] {
  return (Object.keys(judges) as DemandName[]).flatMap((demandName) => {
    const demand = store.demands[demandName];
    return demand === undefined ? [] : heldTo(demandName, demand, facts, name, store);
  });
}

function heldTo<Name extends DemandName>(
  demandName: Name,
  demand: Demands[Name],
  facts: EpubFacts,
  name: string,
  store: Store,
): Message[] {
  const judge: Judge<Name> = judges[demandName];
  const [first, ...others] = judge(facts, demand, store);
  if (first === undefined) return [];
  const isDoubtful = store.unconfirmed.includes(demandName);
  const source = store.sources[demand.source];
  return [
    {
      file: first.path === undefined ? name : `${name}/${first.path}`,
      line: first.line ?? 1,
      column: first.column ?? 1,
      severity: isDoubtful ? 'warning' : demand.severity,
      rule: rules[demandName],
      reason: `${first.reason}${more(others)}`,
      hint: `${ruleOf(rules[demandName]).hint}${source === undefined || isDoubtful ? '' : ` Source: ${source.url}`}`,
    },
  ];
}

function more(others: ReadonlyArray<Breach>): string {
  return others.length === 0 ? '' : `; so in ${others.length} more place${others.length === 1 ? '' : 's'}`;
}

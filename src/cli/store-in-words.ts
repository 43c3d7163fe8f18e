import type { DemandName, Demands, Store } from '../book/store.ts';
import { size } from './size.ts';

/** What a person asks of a store: a block of lines. */
export function storeInWords({ name, title, demands, sources, unconfirmed }: Store): string {
  const lines = (Object.keys(demands) as DemandName[]).map((demand) => {
    const { severity = '' } = demands[demand] ?? {};
    const grave = unconfirmed.includes(demand) ? 'warning, not confirmed' : severity;
    return `${demand.padEnd(16)} ${figureOf(demand, demands)} (${grave})`;
  });
  const from = Object.values(sources).map(
    ({ title: source, url, date }) => `source ${source}, ${date}, ${url}`,
  );
  return `${name}: ${title}\n${[...lines, ...from].map((line) => `  ${line}\n`).join('')}`;
}

function figureOf(name: DemandName, demands: Partial<Demands>): string {
  const demand = demands[name];
  if (demand === undefined) return '';
  if ('only' in demand) return demand.only.join(', ');
  const inWords = (figure: number): string => (name.endsWith('Bytes') ? size(figure) : String(figure));
  const parts = [
    ...('least' in demand && demand.least !== undefined ? [`at least ${inWords(demand.least)}`] : []),
    ...('most' in demand && demand.most !== undefined ? [`at most ${inWords(demand.most)}`] : []),
  ];
  return parts.length === 0 ? (meanings[name] ?? '') : parts.join(', ');
}

/** Demands that have no figure. */
const meanings: Partial<Record<DemandName, string>> = {
  cover: 'there is one',
  media: 'neither audio nor video',
  fileNames: 'ASCII, without blanks',
  encryption: 'none',
  obfuscation: 'none',
  remote: 'nothing from the network',
  scripts: 'none',
  forms: 'none',
  math: 'with words or a picture',
  switches: 'none',
  contents: 'for machines',
  ncx: 'there is one',
  pageList: 'where pages are marked',
  reflowable: 'the text flows',
  overlays: 'none',
  title: 'there is one',
  language: 'there is one',
  identifier: 'there is one',
  isbn: 'there is one',
  creator: 'there is one',
};

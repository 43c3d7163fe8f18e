import { inMillimetres, sizeInMillimetres } from '../book/lengths.ts';
import type { Paper, Printer } from '../book/printer.ts';

/** What a person chooses a printer by: a block of lines. */
export function printerInWords(printer: Printer): string {
  const { name, title, bleed, pages, margins, spine, cover, mostInk, resolution, marks, profile } = printer;
  const { standards, fileNames } = printer;
  const lines = [
    `trim     ${trims(printer)}`,
    `bleed    ${inMillimetres(bleed.amount)} ${bleed.sides === 'all' ? 'on all sides' : 'on the three outer sides'}`,
    `margins  inside ${inside(printer)}, others ${inMillimetres(margins.outside)}`,
    `pages    ${pages.least} to ${pages.most}, a multiple of ${pages.multiple}`,
    ...printer.papers.map(
      (paper, index) => `${index === 0 ? 'paper    ' : '         '}${paperInWords(paper)}`,
    ),
    ...(printer.anyPaper ? ['         or grammage and volume, as 90g 1.75'] : []),
    `spine    ${spine.extra === 0 ? 'as thick as the pages' : `${inMillimetres(spine.extra)} more than the pages`}; words from ${spine.textFromPages} pages on`,
    `files    ink up to ${mostInk} %, images of ${resolution.wanted} dpi, marks ${marks}, transparency ${printer.transparency}, profile ${profile}`,
    `names    ${fileNames.interior}, ${fileNames.cover}`,
    ...(standards.length === 0 ? [] : [`standard ${standards.join(' or ')}`]),
    ...(cover.template ? ['cover    its size is an estimate: the template of the printer decides'] : []),
    ...(printer.unconfirmed.length === 0 ? [] : [`not confirmed: ${printer.unconfirmed.join(', ')}`]),
    ...(printer.checked === undefined ? [] : [`compared ${printer.checked}`]),
    ...printer.sources.map(({ title: source, url }) => `source   ${source}, ${url}`),
  ];
  return `${name}: ${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

function inside({ margins }: Printer): string {
  const [least] = margins.inside;
  const most = margins.inside.at(-1);
  return least === most
    ? inMillimetres(least?.margin ?? 0)
    : `${inMillimetres(least?.margin ?? 0)} to ${inMillimetres(most?.margin ?? 0)} by pages`;
}

function trims({ trims: sizes, trimLimits }: Printer): string {
  const count = sizes.length === 0 ? [] : [`${sizes.length} sizes`];
  if (trimLimits === undefined) return count.join('');
  const { least, most } = trimLimits;
  return [...count, `any from ${sizeInMillimetres(least)} to ${sizeInMillimetres(most)}`].join(', or ');
}

function paperInWords({ name, title, pageThickness, inks }: Paper): string {
  // A thousand pages say more than one that is thinner than a hair.
  return `${name}: ${title}; ${inks.join(' or ')}; 1000 pages are ${inMillimetres(1000 * pageThickness)} thick`;
}

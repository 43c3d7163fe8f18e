import { kindsOf, linesOf, outsideCode } from '../../sources/dialects/lines.ts';

const written =
  /!\[(?:[^[\]\\]|\\.|\[[^\]]*\])*\]\([ \t]*(?:<(https?:[^>\n]*)>|(https?:(?:[^\s()<>]|\([^\s()]*\))+))/gi;
const element = /<(?:img\b[^>]*?\ssrc|video\b[^>]*?\sposter)\s*=\s*(?:"(https?:[^"]*)"|'(https?:[^']*)')/gi;
const definition = /^ {0,3}\[([^\]^][^\]]*)\]:[ \t]*(?:<(https?:[^>]*)>|(https?:\S+))/i;

/**
 * The addresses of images on the network that a text asks for, as it writes them, in order.
 *
 * @param text in Markdown
 */
export function remoteAddresses(text: string): string[] {
  if (!/https?:/i.test(text)) return [];
  const lines = linesOf(text);
  const kinds = kindsOf(lines);
  const prose = lines.filter((_, index) => kinds[index] === 'prose').map((line) => line.text);
  let shown = '';
  outsideCode(prose.join('\n'), (part) => {
    shown += `${part}\n`;
    return part;
  });
  const found = [...shown.matchAll(written), ...shown.matchAll(element)]
    .toSorted((a, b) => a.index - b.index)
    .map(([, first, second]) => first ?? second ?? '');
  for (const line of prose) {
    const [, name = '', first, second] = definition.exec(line) ?? [];
    const address = first ?? second;
    if (address !== undefined && isOfImage(name, shown)) found.push(address);
  }
  return [...new Set(found.map((address) => address.replaceAll('&amp;', '&')))];
}

/** Whether an image names the address that is defined by a name. */
function isOfImage(name: string, text: string): boolean {
  const typed = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`!\\[${typed}\\](?:\\[\\])?(?![([])|!\\[[^\\]]*\\]\\[${typed}\\]`, 'i').test(text);
}

/** What an address that leads out of the book comes to. */
export type JudgedAddress =
  | {
      /** The address as e-books and PDFs can hold it. */
      readonly address: string;
    }
  | {
      /** What is wrong, one sentence without a full stop. */
      readonly fault: string;
      readonly hint: string;
    };

const until = 'Until then the text of the link stands without it.';

/**
 * An address with the protocol `http`, `https`, `mailto` or `tel`, judged by the URL Standard
 * (https://url.spec.whatwg.org/) as strictly as EPUBCheck does: a host in letters beyond ASCII
 * gets its form in Punycode, characters that no address has are percent-encoded, and what is still
 * none is told of.
 *
 * @param written the address as the author wrote it
 */
export function judgeAddress(written: string): JudgedAddress {
  const trimmed = written.trim();
  const colon = trimmed.indexOf(':');
  const protocol = trimmed.slice(0, colon + 1).toLowerCase();
  const rest = trimmed.slice(colon + 1);
  if (protocol === 'mailto:') return judgeMailbox(written, rest);
  if (protocol === 'tel:') return judgeNumber(written, rest);
  return judgeWeb(written, protocol, rest);
}

function judgeWeb(written: string, protocol: string, rest: string): JudgedAddress {
  const match = /^\/\/([^/?#\\\s]+)(?=[/?#]|$)(.*)$/s.exec(rest);
  if (!match) {
    const path = rest.replace(/^[/\\\s]+/, '');
    const hint = /^[^/?#\s]+(?:[/?#]|$)/.test(path)
      ? `Is ${protocol}//${path} meant?`
      : `Write the name of the site behind ${protocol}//.`;
    return { fault: `The address "${written}" names no site`, hint: `${hint} ${until}` };
  }
  const authority = asciiAuthority(protocol, match[1] ?? '');
  return authority === undefined
    ? {
        fault: `The address "${written}" names a site that cannot be`,
        hint: `Copy the address again. ${until}`,
      }
    : { address: `${protocol}//${authority}${encoded(match[2] ?? '')}` };
}

/** The site with its port; undefined where there can be no such site. */
function asciiAuthority(protocol: string, authority: string): string | undefined {
  const parts = /^(?:([^@]*)@)?([^@:[\]]+(?::\d*)?)$/.exec(authority);
  const [, user, site = ''] = parts ?? [];
  if (!parts || !URL.canParse(`${protocol}//${site}`)) return undefined;
  const { hostname } = new URL(`${protocol}//${site}`);
  if (/^\.|\.\./.test(hostname)) return undefined;
  const [written = '', port] = site.split(':', 2);
  const host = written.toLowerCase() === hostname ? written : hostname;
  return `${user === undefined ? '' : `${encoded(user)}@`}${host}${port === undefined ? '' : `:${port}`}`;
}

function judgeMailbox(written: string, rest: string): JudgedAddress {
  const [, mailboxes = '', query = ''] = /^([^?]*)(.*)$/s.exec(rest) ?? [];
  const all = mailboxes.split(',');
  if ((mailboxes === '' && query.length > 1) || all.every((each) => /^[^@\s]+@[^@\s]+$/.test(each.trim())))
    return { address: `mailto:${encoded(all.map((each) => each.trim()).join(',') + query)}` };
  return {
    fault: `The address "${written}" names no mailbox`,
    hint: `Write mailto:name@example.org. ${until}`,
  };
}

/** A telephone number has signs between its digits (RFC 3966, "visual separators"), but no blanks. */
function judgeNumber(written: string, rest: string): JudgedAddress {
  const number = rest.trim().replace(/\s+/g, '-');
  return /\d/.test(number)
    ? { address: `tel:${encoded(number)}` }
    : { fault: `The address "${written}" has no number`, hint: `Write tel:+44-20-7946-0000. ${until}` };
}

/** What follows the site, with the characters encoded that it may not have (RFC 3986). */
function encoded(text: string): string {
  const [before = '', ...fragments] = text.split('#');
  const whole = [before, ...(fragments.length > 0 ? [fragments.join('%23')] : [])].join('#');
  return whole.replace(/%(?![\da-f]{2})/gi, '%25').replace(/[\s"<>[\\\]^`{|}]/g, encodeURIComponent);
}

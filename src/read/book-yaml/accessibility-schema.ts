import { exemptions, type Conformance } from '../../book/accessibility.ts';
import { Fault } from '../values/fault.ts';
import { either, mapping, oneOf, parsed, text, url } from '../yaml/schema.ts';
import { parseEmail } from './fields.ts';

const conformance = parsed('a version and level of WCAG such as WCAG 2.1 AA', parseConformance);

const certifier = either(
  text().transform((name) => ({ name })),
  mapping({ name: text(), credential: text().exactOptional(), report: url().exactOptional() }),
);

/** The key `accessibility` of book.yaml. */
export const accessibility = mapping({
  conformance: conformance.exactOptional(),
  certifier: certifier.optional(),
  exemption: oneOf(...exemptions).exactOptional(),
  contact: parsed('an e-mail address or an http or https address', parseContact).exactOptional(),
}).superRefine((claims, context) => {
  const blame = (key: string, fault: Fault): void =>
    context.addIssue({ code: 'custom', path: [key], message: fault.reason, params: { fault } });
  if (claims.conformance !== undefined && claims.certifier === undefined) {
    const hint = 'Name who has found it so: `certifier: { name: … }`, be it yourself.';
    blame('conformance', new Fault('A conformance is claimed that nobody certifies', { hint }));
  }
  if (claims.certifier !== undefined && claims.conformance === undefined) {
    const hint = 'Say what is certified, for instance `conformance: WCAG 2.1 AA`.';
    blame('certifier', new Fault('A certifier is named, and no conformance', { hint }));
  }
  if (claims.conformance !== undefined && claims.exemption !== undefined) {
    const hint = 'Keep one of the two.';
    const rule = 'accessibility-claim';
    blame('exemption', new Fault('A book that conforms is not exempt from it', { rule, hint }));
  }
});

function parseConformance(written: string): Conformance | undefined {
  const pattern = /^(?:EPUB Accessibility 1\.1 - )?WCAG[ -]?(2\.[012])(?: Level)?[ -](A{1,3})$/i;
  const [, wcag, level] = pattern.exec(written) ?? [];
  if (wcag === undefined || level === undefined) return undefined;
  return { wcag, level: level.toUpperCase() } as Conformance;
}

function parseContact(written: string): string | undefined {
  return (
    parseEmail(written) ?? (/^https?:\/\/\S+$/i.test(written) && URL.canParse(written) ? written : undefined)
  );
}

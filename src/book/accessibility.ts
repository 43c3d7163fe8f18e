/** The version of WCAG and the level that a book is said to meet. */
export interface Conformance {
  readonly wcag: '2.0' | '2.1' | '2.2';
  readonly level: 'A' | 'AA' | 'AAA';
}

/** Why a book need not be accessible: Directive (EU) 2019/882, Article 4(5) and Article 14. */
export const exemptions = ['microenterprise', 'disproportionate-burden', 'fundamental-alteration'] as const;
export type Exemption = (typeof exemptions)[number];

/** What book.yaml claims of the accessibility of the e-book, beyond what can be measured. */
export interface AccessibilityClaims {
  readonly conformance?: Conformance;
  /** Who has found it so. */
  readonly certifier?: { readonly name: string; readonly credential?: string; readonly report?: string };
  readonly exemption?: Exemption;
  /** An e-mail address or a page on the web for questions about it. */
  readonly contact?: string;
}

/** As the package document names it (EPUB Accessibility 1.1, 4.3). */
export function conformanceInWords({ wcag, level }: Conformance): string {
  return `EPUB Accessibility 1.1 - WCAG ${wcag} Level ${level}`;
}

import type { Data, Nodes, Root, Text } from 'mdast';
import { bindWords } from '../../language/no-break-spaces.ts';
import { punctuationRules, type Orthography, type PunctuationRules } from '../../language/punctuation.ts';
import { needsSmartening, smarten, type Stretch } from './smarten.ts';

interface Leaf extends Stretch {
  readonly node?: Text;
}

/** Characters that stand for inline content without text of its own. */
const placeholder = 'x';

/**
 * Sets quotation marks, apostrophes, dashes, ellipses and unbreakable spaces by the rules of the language,
 * paragraph by paragraph, across inline markup; code, formulas, raw HTML and addresses stay.
 *
 * @param orthography how the text is written; `:lang[…]{xx}` changes its language inside
 */
export function remarkSmartPunctuation({ language, spaces }: Orthography) {
  const rulesFor = (tongue: string): PunctuationRules => punctuationRules({ language: tongue, spaces });

  return (tree: Root): void => walk(tree, rulesFor(language));

  function walk(node: Nodes, outer: PunctuationRules): void {
    if (!('children' in node)) return;
    const rules = rulesOf(node, outer);
    if (isTextBlock(node)) {
      smartenBlock(node, rules);
      // Headings are not justified, and their words are names elsewhere.
      if (node.type === 'paragraph') bindBlock(node, rules);
    } else for (const child of node.children) walk(child, rules);
  }

  function smartenBlock(block: Nodes, rules: PunctuationRules): void {
    const leaves: Leaf[] = [];
    collect(block, rules, leaves);
    if (!leaves.some((leaf) => !leaf.fixed && needsSmartening(leaf.text, leaf.rules))) return;
    const smart = smarten(leaves);
    for (const [index, leaf] of leaves.entries()) {
      if (leaf.node) leaf.node.value = smart[index] ?? leaf.text;
    }
  }

  function bindBlock(node: Nodes, outer: PunctuationRules): void {
    if (node.type === 'text') node.value = bindWords(node.value, outer.bindings);
    else if ('children' in node && !isBareAddress(node))
      for (const child of node.children) bindBlock(child, rulesOf(node, outer));
  }

  function collect(node: Nodes, outer: PunctuationRules, leaves: Leaf[]): void {
    const fixed = (text: string) => leaves.push({ text, rules: outer, fixed: true });
    if (node.type === 'text') leaves.push({ node, text: node.value, rules: outer, fixed: false });
    else if (node.type === 'break') fixed('\n');
    else if (node.type === 'html' || node.type === 'footnoteReference') fixed('');
    else if (!('children' in node) || isBareAddress(node)) fixed(placeholder);
    else for (const child of node.children) collect(child, rulesOf(node, outer), leaves);
  }

  function rulesOf(node: Nodes, outer: PunctuationRules): PunctuationRules {
    const data: Data | undefined = node.data;
    const own = data?.hProperties?.lang;
    return typeof own === 'string' ? rulesFor(own) : outer;
  }
}

function isTextBlock(node: Nodes): boolean {
  return (
    node.type === 'paragraph' ||
    node.type === 'heading' ||
    node.type === 'tableCell' ||
    node.type === 'defListTerm' ||
    node.type === 'leafDirective' ||
    node.type === 'figureCaption'
  );
}

/** Whether a link shows its own address. */
function isBareAddress(node: Nodes): boolean {
  if (node.type !== 'link') return false;
  const [only] = node.children;
  return only?.type === 'text' && node.url.endsWith(only.value);
}

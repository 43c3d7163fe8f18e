import { excerpt } from '../../book/messages/excerpt.ts';
import type { XmlAttribute, XmlElement } from './read-xml.ts';
import { cssReferences } from '../../css/css-references.ts';

export const svgNamespace = 'http://www.w3.org/2000/svg';

/** Elements of SVG 2 that draw or describe, and neither run nor load anything. */
const drawing = new Set(
  (
    'svg g a defs symbol use title desc metadata switch style view image ' +
    'path rect circle ellipse line polyline polygon text tspan textPath ' +
    'linearGradient radialGradient stop pattern clipPath mask marker filter ' +
    'feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting ' +
    'feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR ' +
    'feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting ' +
    'feSpotLight feTile feTurbulence'
  ).split(' '),
);

/** What drawing programs keep for themselves; nothing in it is shown. */
const editorial = new Set([
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'http://creativecommons.org/ns#',
  'http://web.resource.org/cc/',
  'http://purl.org/dc/elements/1.1/',
  'http://purl.org/dc/terms/',
  'http://www.inkscape.org/namespaces/inkscape',
  'http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd',
]);

function isEditorial(namespace: string): boolean {
  return editorial.has(namespace) || namespace.startsWith(ofAdobe);
}

/** The namespaces of Adobe Illustrator. */
const ofAdobe = 'http://ns.adobe.com/';

/** Typefaces that programs write into drawings: nothing that shows a book takes letters from them, or ever did. */
const typefaces: ReadonlySet<string> = new Set(['font', 'font-face']);

/** Whether an element shows nothing, with all it holds, wherever a book is read. */
export function isLeftOut(element: XmlElement): boolean {
  const { namespace, name } = element;
  return (namespace === svgNamespace && typefaces.has(name)) || isOfIllustrator(element);
}

/** The document of Illustrator that it keeps beside the drawing, for itself alone: a reader leaves it out. */
function isOfIllustrator({ namespace, name, attributes }: XmlElement): boolean {
  return (
    namespace === svgNamespace &&
    name === 'foreignObject' &&
    attributes.some((each) => each.name === 'requiredExtensions' && each.value.startsWith(ofAdobe))
  );
}

/**
 * What makes an element unsafe, as the end of a sentence; nothing for a safe one.
 *
 * @param namespace the namespace of the element
 * @param name its name without prefix
 */
export function unsafeElement(namespace: string, name: string): string | undefined {
  const safe = namespace === svgNamespace ? drawing.has(name) : isEditorial(namespace);
  return safe ? undefined : `contains the element <${name}>`;
}

/**
 * What makes an attribute unsafe, as the end of a sentence; nothing for a safe one.
 *
 * @param element the name of its element without prefix
 * @param attribute the attribute, character references in its value resolved
 */
export function unsafeAttribute(
  element: string,
  { name, local: written, value }: XmlAttribute,
): string | undefined {
  const local = written.toLowerCase();
  if (local.startsWith('on')) return `contains the script attribute ${name}`;
  if (name === 'xml:base' || local === 'src') return `contains the attribute ${name}`;
  if (local === 'href' && element === 'a' && isLink(value)) return undefined;
  if (local === 'href' && !isInternal(value) && !(element === 'image' && isPicture(value))) {
    return `refers to "${excerpt(value)}"`;
  }
  return unsafeStyle(value);
}

/**
 * What makes a stylesheet or a value unsafe, as the end of a sentence; nothing for a safe one.
 *
 * @param css the text of a style element or the value of any attribute
 */
export function unsafeStyle(css: string): string | undefined {
  const reference = cssReferences(css).find(({ kind, address }) => kind !== 'url' || !isInternal(address));
  if (reference === undefined) return undefined;
  return reference.kind === 'import' ? 'imports a stylesheet' : `refers to "${excerpt(reference.address)}"`;
}

/** A link to elsewhere in the web: in a picture nobody can follow it, and nothing is loaded. */
function isLink(address: string): boolean {
  return /^\s*(?:https?:\/\/|mailto:)[^\s<>"]+\s*$/i.test(address);
}

function isInternal(address: string): boolean {
  return address.trim().startsWith('#');
}

/** A raster image written out in place. */
function isPicture(address: string): boolean {
  return /^\s*data:image\/(?:png|jpe?g|gif);base64,[A-Za-z\d+/=\s]*$/.test(address);
}

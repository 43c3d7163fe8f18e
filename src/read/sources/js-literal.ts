import {
  parse,
  type CallExpression,
  type Expression,
  type Literal,
  type MemberExpression,
  type Node,
  type Program,
  type TemplateLiteral,
} from 'acorn';

/** The values that modules export, by how they are asked for: `./list`. */
type Modules = ReadonlyMap<string, unknown>;

/**
 * The value that a configuration in JavaScript exports, as far as it is written out: objects, lists, texts, and
 * names of constants that hold such. Nothing of it is run; what would have to be is undefined, also in lists.
 *
 * @param source of the module
 * @param modules what it asks for
 */
export function exportedLiteral(source: string, modules: Modules = new Map()): unknown {
  const program = programOf(source);
  if (program === undefined) return undefined;
  const names = new Map<string, Expression>();
  const known: Known = { names, modules };
  let exported: Node | undefined;
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration')
      for (const { type, local } of statement.specifiers)
        if (type === 'ImportDefaultSpecifier' && modules.has(String(statement.source.value)))
          names.set(local.name, statement.source);
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type === 'VariableDeclaration')
      for (const { id, init } of declared.declarations)
        if (id.type === 'Identifier' && init !== null && init !== undefined) names.set(id.name, init);
    if (statement.type === 'ExportDefaultDeclaration') exported = statement.declaration;
    if (statement.type === 'ExpressionStatement' && statement.expression.type === 'AssignmentExpression') {
      const { left, right } = statement.expression;
      if (/^(?:module\.)?exports(?:\.default)?$/.test(source.slice(left.start, left.end))) exported = right;
    }
  }
  return exported === undefined ? undefined : valueOf(exported as Expression, known, 0);
}

/** The files beside a module that it asks for, as it asks for them. */
export function modulesAskedFor(source: string): string[] {
  const asked = /(?:\brequire\s*\(\s*|\bfrom\s+)(["'])(\.\.?\/[^"'\n]+)\1/g;
  return [...source.matchAll(asked)].flatMap(([, , path]) => path ?? []);
}

/** What names and modules stand for. */
interface Known {
  readonly names: ReadonlyMap<string, Expression>;
  readonly modules: Modules;
}

function programOf(source: string): Program | undefined {
  for (const sourceType of ['module', 'script'] as const) {
    try {
      return parse(source, { ecmaVersion: 'latest', sourceType, allowHashBang: true });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return undefined;
}

/** Names may lead to each other. */
const deepest = 40;

function valueOf(node: Expression, known: Known, depth: number): unknown {
  const inner = (next: Expression): unknown =>
    depth > deepest ? undefined : valueOf(next, known, depth + 1);
  if (node.type === 'Literal') return node.value;
  if (node.type === 'TemplateLiteral') return textOf(node, node.expressions.map(inner));
  if (node.type === 'ArrayExpression')
    return node.elements.flatMap((each) => {
      if (each === null) return [];
      if (each.type !== 'SpreadElement') return [inner(each)];
      const spread = inner(each.argument);
      return Array.isArray(spread) ? (spread as unknown[]) : [undefined];
    });
  if (node.type === 'ObjectExpression')
    return Object.fromEntries(
      node.properties.flatMap((property): Array<[string, unknown]> => {
        if (property.type === 'SpreadElement') {
          const spread = inner(property.argument);
          return typeof spread === 'object' && spread !== null ? Object.entries(spread) : [];
        }
        const { key, value, computed } = property;
        const name =
          key.type === 'Identifier' && !computed
            ? key.name
            : key.type === 'Literal'
              ? String(key.value)
              : undefined;
        return name === undefined || name === '__proto__' ? [] : [[name, inner(value)]];
      }),
    );
  if (node.type === 'Identifier') {
    const named = known.names.get(node.name);
    if (named?.type === 'Literal' && known.modules.has(String(named.value)))
      return known.modules.get(String(named.value));
    return named === undefined ? undefined : inner(named);
  }
  if (node.type === 'MemberExpression') return memberOf(node, inner(node.object as Expression));
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression')
    return ofList(node, known, depth);
  // A function such as defineConfig gives back what it is given.
  if (node.type === 'CallExpression') {
    const [only] = node.arguments;
    if (node.callee.type === 'Identifier' && node.callee.name === 'require')
      return only?.type === 'Literal' ? known.modules.get(String(only.value)) : undefined;
    return only === undefined || only.type === 'SpreadElement' ? undefined : inner(only);
  }
  if (node.type === 'BinaryExpression' && node.operator === '+') {
    const [left, right] = [inner(node.left as Expression), inner(node.right)];
    return typeof left === 'string' && typeof right === 'string' ? left + right : undefined;
  }
  return undefined;
}

function memberOf({ property, computed }: MemberExpression, whole: unknown): unknown {
  const name = property.type === 'Identifier' && !computed ? property.name : undefined;
  return typeof whole === 'object' && whole !== null && name !== undefined && Object.hasOwn(whole, name)
    ? (whole as Record<string, unknown>)[name]
    : undefined;
}

function textOf({ quasis }: TemplateLiteral, parts: ReadonlyArray<unknown>): string | undefined {
  if (!parts.every((part) => typeof part === 'string' || typeof part === 'number')) return undefined;
  return quasis.map(({ value }, index) => `${value.cooked ?? ''}${parts[index] ?? ''}`).join('');
}

/**
 * What comes of a list that others are joined to, or of each of whose elements a function makes something that is
 * written out: of several ends of a function the last.
 */
function ofList(node: CallExpression, known: Known, depth: number): unknown {
  const { callee, arguments: given } = node;
  if (depth > deepest || callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier')
    return undefined;
  const list = valueOf(callee.object as Expression, known, depth + 1);
  if (!Array.isArray(list)) return undefined;
  const [first] = given;
  if (callee.property.name === 'concat')
    return given.reduce<unknown[]>(
      (all, each) => all.concat(valueOf(each as Expression, known, depth + 1)),
      list,
    );
  if (callee.property.name !== 'map' || first === undefined) return undefined;
  if (first.type !== 'ArrowFunctionExpression' && first.type !== 'FunctionExpression') return undefined;
  const [name] = first.params;
  const made =
    first.body.type === 'BlockStatement'
      ? first.body.body.findLast((statement) => statement.type === 'ReturnStatement')?.argument
      : first.body;
  if (name?.type !== 'Identifier' || made === undefined || made === null) return undefined;
  return list.map((value: unknown) => {
    const literal = { type: 'Literal', value } as Literal;
    return valueOf(made, { ...known, names: new Map([...known.names, [name.name, literal]]) }, depth + 1);
  });
}

import type { Plugin } from 'vite'
import { isNode, type Node } from './syntax.ts'

/**
 * Making a schema takes zod a tenth of a millisecond, ten times that before the code is warm, and the
 * domain has hundreds: a fifth of a second before the first list, for the two or three that a page uses. Where
 * the server is not in the page itself this leaves out
 *
 * - the schemas of the operations (`*.contract.ts`): the page trusts the answers of its own server and sends
 *   what its forms have checked, so of an operation it needs name, method, path and access alone. A page
 *   that reads a schema off an operation would find nothing there: tests/repository.test.ts forbids it;
 * - what nobody imports: to define something in the domain has no effect beside, and is marked so.
 */
export function thinDomain({ demo }: { demo: boolean }): Plugin {
  return {
    name: 'thin-domain',
    apply: 'build',
    // After the types are gone.
    enforce: 'post',
    transform(code, id) {
      const file = id.replaceAll('\\', '/')
      if (demo || !/\/domain\/.*\.ts$/.test(file)) return null
      const program = this.parse(code) as unknown as Node
      const schemas = file.endsWith('.contract.ts') ? schemasIn(program) : []
      const edits = [
        ...schemas.flatMap(({ start, end }) => [{ start, end, text: 'undefined' }]),
        ...definitionsIn(program).flatMap(({ start, end }) => [
          { start, end: start, text: '/* @__PURE__ */ (() => (' },
          { start: end, end, text: '))()' },
        ]),
      ]
      const thin = edited(code, edits)
      const needed =
        schemas.length > 0 ? withoutIdle(thin, this.parse(thin) as unknown as Node) : thin
      return { code: needed, map: null, moduleSideEffects: false }
    },
  }
}

interface Edit {
  start: number
  end: number
  text: string
}

/** From the last to the first, so that the places of the others stay. */
const edited = (code: string, edits: readonly Edit[]): string =>
  edits
    .toSorted((a, b) => b.start - a.start || b.end - a.end)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), code)

/**
 * Without what stands at the top of the module and is no longer used by what is exported: an import that
 * nobody uses would still tie the two modules into one file.
 */
function withoutIdle(code: string, program: Node): string {
  const statements = program.body as (Node & { specifiers?: { local: { name: string } }[] })[]
  const madeBy = new Map<string, Node>()
  for (const statement of statements) {
    for (const { local } of statement.specifiers ?? []) madeBy.set(local.name, statement)
    if (statement.type === 'VariableDeclaration')
      for (const { id } of statement.declarations as { id: { name: string } }[])
        madeBy.set(id.name, statement)
  }
  const kept = new Set<Node>(statements.filter((one) => one.type.startsWith('Export')))
  for (const statement of kept)
    if (statement.type !== 'ImportDeclaration')
      for (const name of namesIn(statement)) {
        const source = madeBy.get(name)
        if (source) kept.add(source)
      }
  const idle = statements.filter((one) => isLocal(one) && !kept.has(one))
  return edited(
    code,
    idle.map(({ start, end }) => ({ start, end, text: '' })),
  )
}

const isLocal = ({ type }: Node): boolean =>
  type === 'ImportDeclaration' || type === 'VariableDeclaration'

function namesIn(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const one of node) namesIn(one, found)
  else if (isNode(node)) {
    if (node.type === 'Identifier') found.add(String(node.name))
    // The key of a property names nothing of the module.
    for (const [part, value] of Object.entries(node))
      if (part !== 'key' || node.computed === true) namesIn(value, found)
  }
  return found
}

/** The values of `const name = call(…)` at the top of the module. */
function definitionsIn(program: Node): Node[] {
  return (program.body as Node[])
    .map((statement) =>
      statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement,
    )
    .filter(isNode)
    .filter(({ type }) => type === 'VariableDeclaration')
    .flatMap(({ declarations }) => declarations as { init: unknown }[])
    .map(({ init }) => init)
    .filter(isNode)
    .filter(({ type }) => type === 'CallExpression')
}

const makers = new Set(['read', 'write', 'change', 'remove'])
const parts = new Set(['params', 'query', 'body', 'returns'])

/** The schemas of every `read('/path', { … })`. */
function schemasIn(program: Node): Node[] {
  const found: Node[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (isNode(value)) {
      if (isOperation(value)) found.push(...schemasOf(value))
      Object.values(value).forEach(visit)
    }
  }
  visit(program)
  return found
}

const isOperation = ({ type, callee }: Node): boolean =>
  type === 'CallExpression' && isNode(callee) && makers.has(String(callee.name))

function schemasOf({ arguments: given }: Node): Node[] {
  const described = Array.isArray(given) ? (given[1] as Node | undefined) : undefined
  const properties = (described?.properties ?? []) as { key: Node; value: Node }[]
  return properties.filter(({ key }) => parts.has(String(key.name))).map(({ value }) => value)
}

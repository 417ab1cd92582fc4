import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { isNode, type Node } from './syntax.ts'

/**
 * antd with `zeroRuntime`: its rules as static style sheets, one per component, that travel with the
 * chunk that uses the component. antd ships one file of 1 MB with every rule; this cuts it by the first class
 * of each selector, makes px into rem of the 14 px root (大字) and puts it in `@layer antd`, so that
 * our own rules win without tricks. The functions that would have made the rules at run time, and
 * the style compiler, are cut from the script: 521 → 435 KB gzip with every component of antd.
 *
 * A component whose rules cannot be found fails the build.
 */
const antd = dirname(createRequire(import.meta.url).resolve('antd/package.json'))
const PREFIX = 'virtual:antd/'

/** First class → folder of antd/es, where they differ. */
const folders: Record<string, string> = {
  picker: 'date-picker',
  'picker-calendar': 'calendar',
  btn: 'button',
  col: 'grid',
  row: 'grid',
  qrcode: 'qr-code',
  float: 'float-button',
  ribbon: 'badge',
  otp: 'input',
  'scroll-number': 'badge',
}

/** Rules that belong to no component: motions, keyframes, icons, links. */
const shared = 'base'

export function antdStatic(): Plugin {
  let building = true
  let sheets: Map<string, string> | undefined
  const sheet = (name: string) =>
    (sheets ??= cut(readFileSync(join(antd, 'dist/antd.css'), 'utf8'))).get(name)

  return {
    name: 'antd-static',
    enforce: 'pre',
    configResolved(config) {
      building = config.command === 'build'
    },
    resolveId(id) {
      return id.startsWith(PREFIX) ? `\0${id}` : null
    },
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return null
      const name = id.slice(PREFIX.length + 1).replace(/\.css$/, '')
      if (!building) return layered(rem(readFileSync(join(antd, 'dist/antd.css'), 'utf8')))
      const css = sheet(name)
      if (css === undefined)
        this.error(`no static rules of antd's ${name}; see scripts/vite/antdStatic.ts`)
      return css
    },
    transform(code, id) {
      if (!building) return null
      const file = id.replaceAll('\\', '/')
      if (file.includes('@ant-design/cssinjs/es/hooks/useStyleRegister')) return withoutCompiler
      if (file.endsWith('antd/es/config-provider/MotionWrapper.js')) return withoutMotionWrapper
      if (file.endsWith('antd/es/theme/util/useResetIconStyle.js')) return withoutIconStyle
      const found = /\/antd\/es\/((?:_util\/)?[a-z-]+)\/style\/([\w-]+)\.js$/.exec(file)
      if (!found) return null
      const [, folder = '', module] = found
      const bare = withoutRules(code, (text) => this.parse(text))
      const own =
        module === 'index' &&
        folder !== '_util/wave' &&
        (bare !== code || sheet(folder) !== undefined)
      if (own && !silent.has(folder))
        return { code: `import '${PREFIX}${folder}.css';\n${bare}`, map: null }
      return bare === code ? null : { code: bare, map: null }
    },
  }
}

/** Components without rules of their own in antd.css. */
const silent = new Set(['popover-base', 'watermark', 'back-top'])

/** What useStyleRegister.js still has to give: names, no rules. */
const withoutCompiler = {
  code: `import hash from '@emotion/hash';
export const STYLE_PREFIX = 'style';
export const uniqueHash = (path, style) => hash(path.join('%') + style);
export const parseStyle = () => ['', {}];
export const normalizeStyle = (style) => style;
export const extract = () => null;
export default function useStyleRegister() {}
`,
  map: null,
}

/**
 * For each of these ConfigProvider works out all of antd's colours, a twentieth of a second before the first page, most
 * of which use no antd yet: the one asks whether a theme forbids motion, which none of ours does, the other
 * registers the rules of icons, which are in the sheet.
 */
const withoutMotionWrapper = { code: `export default ({ children }) => children`, map: null }
const withoutIconStyle = { code: `export default () => undefined`, map: null }

const makers = new Set(['genStyleHooks', 'genSubStyleComponent', 'genComponentStyleHook'])

/** Puts an empty function for the second argument of every call that makes a style hook. */
function withoutRules(code: string, parse: (code: string) => unknown): string {
  if (!/gen(StyleHooks|SubStyleComponent|ComponentStyleHook)\(/.test(code)) return code
  const cuts: Node[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (isNode(value)) {
      if (
        value.type === 'CallExpression' &&
        isNode(value.callee) &&
        makers.has(String(value.callee.name))
      ) {
        const rules: unknown = Array.isArray(value.arguments) ? value.arguments[1] : undefined
        if (isNode(rules)) cuts.push(rules)
      }
      Object.values(value).forEach(visit)
    }
  }
  visit(parse(code))
  return cuts
    .toSorted((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => `${text.slice(0, start)}() => []${text.slice(end)}`, code)
}

/** px → rem of the 14 px root; hairlines and media queries stay. */
const rem = (css: string): string =>
  css.replace(
    /(@[^{;]+\{)|(?<![\w#.-])(\d*\.?\d+)px/g,
    (whole, at: string | undefined, number: string) =>
      at !== undefined || Number(number) <= 1
        ? whole
        : `${Number((Number(number) / 14).toFixed(4))}rem`,
  )

const layered = (css: string): string => `@layer antd{${css}}`

/** The whole file, cut at the top level into one sheet per component. */
function cut(css: string): Map<string, string> {
  const parts = new Map<string, string[]>([[shared, []]])
  for (const rule of topLevel(css)) {
    // Variables of the page that the file was rendered from.
    if (rule.startsWith('.css-var-') || rule.startsWith('.data-ant')) continue
    const name = rule.startsWith('@keyframes') ? shared : folderOf(rule)
    parts.set(name, [...(parts.get(name) ?? []), rule])
  }
  return new Map(
    [...parts].map(([name, rules]) => [name, layered(rem([...new Set(rules)].join('')))]),
  )
}

const motions = /^(zoom|move|slide|fade|css|wave|motion|border)(-|$)/
/** Longest names first, so that `input-number` is not `input`. */
const doubled =
  /^(input-number|tree-select|auto-complete|border-beam|back-top|color-picker|time-picker|picker-calendar|float-btn|scroll-number)(-|$)/

function folderOf(rule: string): string {
  const name = /\.ant-([a-z-]+)/.exec(rule)?.[1]
  if (name === undefined || rule.startsWith('.anticon')) return shared
  const word =
    doubled.exec(name)?.[1] ?? (motions.test(name) ? shared : (/^[a-z]+/.exec(name)?.[0] ?? shared))
  return folders[word] ?? (word === 'float-btn' ? 'float-button' : word)
}

function topLevel(css: string): string[] {
  const rules: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < css.length; i++) {
    if (css[i] === '{') depth++
    else if (css[i] === '}' && --depth === 0) {
      rules.push(css.slice(from, i + 1))
      from = i + 1
    }
  }
  return rules
}

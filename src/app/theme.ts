/**
 * Every colour of the house, once. From here come the CSS variables that stand in index.html before
 * any script (scripts/vite/page.ts) and the antd tokens (antdTheme.ts). Pairs reach WCAG 2.2 AA
 * (theme.test.ts counts them).
 *
 * Lengths are rem: the root is 14 px (87.5 %), 18 px in 大字 (112.5 %), so 1rem is the base text.
 */
export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** The six chains in the article's order. Gold belongs to honours, hence to 示范 only. */
export const chains = [
  'lead',
  'capability',
  'precision',
  'exemplar',
  'innovation',
  'integrity',
] as const
export type Chain = (typeof chains)[number]

interface Palette {
  /** Main text; secondary text; text of least weight that still reaches 4.5:1 on paper and ground. */
  ink: string
  'ink-2': string
  'ink-3': string
  /** Where content stands; what lies around it; what floats above. */
  paper: string
  ground: string
  raised: string
  line: string
  'line-strong': string
  hover: string
  /** 党建红, as text and as fill; what is written on the fill; a tint of it. */
  red: string
  'red-hover': string
  'on-red': string
  'red-soft': string
  danger: string
  'danger-soft': string
  warning: string
  'warning-soft': string
  success: string
  'success-soft': string
  info: string
  'info-soft': string
  gold: string
  /** Behind a dialog. */
  veil: string
  chain: Record<Chain, string>
}

export const palettes: Record<Theme, Palette> = {
  light: {
    ink: '#211D1A',
    'ink-2': '#57504A',
    'ink-3': '#6B645D',
    paper: '#FFFFFF',
    ground: '#F7F5F2',
    raised: '#FFFFFF',
    line: '#E8E4DE',
    'line-strong': '#CFC8BF',
    hover: '#F1EDE8',
    red: '#B3191F',
    'red-hover': '#96141A',
    'on-red': '#FFFFFF',
    'red-soft': '#FBF0EF',
    danger: '#C2410C',
    'danger-soft': '#FEF3EC',
    warning: '#8A5A00',
    'warning-soft': '#FCF5E4',
    success: '#2F7048',
    'success-soft': '#EDF6F0',
    info: '#2A64A6',
    'info-soft': '#EEF4FB',
    gold: '#B8862B',
    veil: 'rgb(33 29 26 / 45%)',
    chain: {
      lead: '#B3191F',
      capability: '#2F6DB5',
      precision: '#0F8B8D',
      exemplar: '#B8862B',
      innovation: '#7A4FB0',
      integrity: '#3C7D55',
    },
  },
  dark: {
    ink: '#EFEBE6',
    'ink-2': '#C2BAB1',
    'ink-3': '#A39B92',
    paper: '#1E1B19',
    ground: '#161412',
    raised: '#282421',
    line: '#37322E',
    'line-strong': '#544D47',
    hover: '#2C2825',
    red: '#E8837E',
    'red-hover': '#F0A09B',
    'on-red': '#211513',
    'red-soft': '#33201E',
    danger: '#F29A63',
    'danger-soft': '#352317',
    warning: '#E3B65C',
    'warning-soft': '#312712',
    success: '#7CC596',
    'success-soft': '#1B2B20',
    info: '#85B4EA',
    'info-soft': '#1B2733',
    gold: '#D9AC5B',
    veil: 'rgb(0 0 0 / 60%)',
    chain: {
      lead: '#E8837E',
      capability: '#7FB0E8',
      precision: '#4FBDBF',
      exemplar: '#D9AC5B',
      innovation: '#B795E0',
      integrity: '#7CC096',
    },
  },
}

export const fontFamily =
  '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif'

/** `--ink: #211D1A; … --chain-lead: #B3191F; …` */
function declarations(theme: Theme): string {
  const { chain, ...plain } = palettes[theme]
  return [
    `color-scheme:${theme}`,
    ...Object.entries(plain).map(([name, value]) => `--${name}:${value}`),
    ...chains.map((name) => `--chain-${name}:${chain[name]}`),
  ].join(';')
}

/** The style sheet that stands in index.html; `data-theme` and `data-size` are set by public/early.js before paint. */
export const themeCss = (): string =>
  `:root{${declarations('light')};--font:${fontFamily}}` +
  `:root[data-theme=dark]{${declarations('dark')}}` +
  ':root{font-size:87.5%}:root[data-size=large]{font-size:112.5%}'

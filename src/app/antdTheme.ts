import { theme as antd, type ThemeConfig } from 'antd'
import { fontFamily, palettes, type Theme } from './theme.ts'

/** Key of antd's CSS variables; `<html>` carries it as a class, so that they hold everywhere, dialogs included. */
export const cssVarKey = 'six-chains'

type Algorithm = Exclude<ThemeConfig['algorithm'], readonly unknown[] | unknown[] | undefined>

/** The dark algorithm would shade our colours again; they are chosen for their contrast and stay. */
const exact: Algorithm = (seed, map) => {
  const { colorPrimary, colorError, colorWarning, colorSuccess, colorInfo } = seed
  const made = map ?? antd.defaultAlgorithm(seed)
  return { ...made, colorPrimary, colorError, colorWarning, colorSuccess, colorInfo }
}

interface Look {
  theme: Theme
  /** Root font size in px over 14: 1, in 大字 18/14. */
  scale: number
  /** A phone: controls are 44 px high. */
  touch: boolean
}

/**
 * antd's tokens, from theme.ts. `zeroRuntime`: the rules stand in static style sheets
 * (scripts/vite/antdStatic.ts), only the variables are computed here, so that theme and text size
 * switch without new rules. On dark, fills carry dark text: no red is both readable on black and
 * dark enough for white.
 */
export function antdTheme({ theme, scale, touch }: Look): ThemeConfig {
  const colour = palettes[theme]
  const px = (value: number) => Math.round(value * scale)
  return {
    algorithm: [theme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm, exact],
    zeroRuntime: true,
    hashed: false,
    cssVar: { key: cssVarKey },
    token: {
      fontFamily,
      fontSize: px(14),
      sizeUnit: 4 * scale,
      controlHeight: touch ? Math.max(44, px(32)) : px(32),
      borderRadius: px(6),
      wireframe: false,
      colorPrimary: colour.red,
      colorError: colour.danger,
      colorWarning: colour.warning,
      colorSuccess: colour.success,
      colorInfo: colour.info,
      colorPrimaryBg: colour['red-soft'],
      colorPrimaryHover: colour['red-hover'],
      colorErrorBg: colour['danger-soft'],
      colorWarningBg: colour['warning-soft'],
      colorSuccessBg: colour['success-soft'],
      colorInfoBg: colour['info-soft'],
      colorErrorBorder: `color-mix(in srgb, ${colour.danger} 35%, ${colour.paper})`,
      colorWarningBorder: `color-mix(in srgb, ${colour.warning} 35%, ${colour.paper})`,
      colorSuccessBorder: `color-mix(in srgb, ${colour.success} 35%, ${colour.paper})`,
      colorInfoBorder: `color-mix(in srgb, ${colour.info} 35%, ${colour.paper})`,
      colorLink: colour.red,
      colorLinkHover: colour['red-hover'],
      colorTextBase: colour.ink,
      colorBgBase: colour.paper,
      colorText: colour.ink,
      colorTextSecondary: colour['ink-2'],
      colorTextTertiary: colour['ink-3'],
      colorTextDescription: colour['ink-3'],
      colorTextPlaceholder: colour['ink-3'],
      colorTextLightSolid: colour['on-red'],
      colorBgContainer: colour.paper,
      colorBgElevated: colour.raised,
      colorBgLayout: colour.ground,
      colorBgSpotlight: theme === 'dark' ? colour.ink : '#3A3531',
      colorBorder: colour['line-strong'],
      colorBorderSecondary: colour.line,
      colorSplit: colour.line,
      colorBgMask: colour.veil,
      boxShadow: 'none',
      boxShadowSecondary: `0 4px 16px ${theme === 'dark' ? 'rgb(0 0 0 / 40%)' : 'rgb(33 29 26 / 12%)'}`,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        primaryColor: colour['on-red'],
      },
      Table: {
        cellPaddingBlock: px(9),
        cellPaddingBlockMD: px(9),
        cellPaddingBlockSM: px(6),
        cellPaddingInline: px(12),
        headerBg: colour.ground,
        headerSplitColor: 'transparent',
        headerColor: colour['ink-2'],
        rowHoverBg: colour.hover,
        borderColor: colour.line,
      },
      Form: { itemMarginBottom: px(20), labelColor: colour['ink-2'] },
      Tabs: { horizontalMargin: '0' },
    },
  }
}

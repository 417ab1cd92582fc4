import type { Browser, System } from '#domain/session.ts'

/** The first that is found: nearly all call themselves Mozilla, Chrome and Safari too, so those come last. */
const browserSigns: readonly (readonly [RegExp, Browser])[] = [
  [/wxwork/i, 'wecom'],
  [/MicroMessenger/i, 'wechat'],
  [/DingTalk/i, 'dingtalk'],
  [/\b(?:Lark|Feishu)/i, 'feishu'],
  [/\bM?QQBrowser/i, 'qq'],
  [/\bEdg(?:e|A|iOS)?\//, 'edge'],
  [/\bOPR\//, 'opera'],
  [/\b(?:Firefox|FxiOS)\//, 'firefox'],
  [/\b(?:Chrome|Chromium|CriOS)\//, 'chrome'],
  [/\bSafari\//, 'safari'],
]

/** HarmonyOS and Android call themselves Linux, iPhones like Mac OS X. */
const systemSigns: readonly (readonly [RegExp, System])[] = [
  [/Windows/, 'windows'],
  [/HarmonyOS|OpenHarmony/i, 'harmony'],
  [/Android/, 'android'],
  [/iPhone|iPad|iPod/, 'ios'],
  [/Mac OS X|Macintosh/, 'macos'],
  [/Linux|X11/, 'linux'],
]

const found = <Name>(signs: readonly (readonly [RegExp, Name])[], text: string): Name | null =>
  signs.find(([sign]) => sign.test(text))?.[1] ?? null

/**
 * What a browser tells of itself and its system; null for what says nothing known. Enough to know one's own devices by:
 * whoever wants to can claim to be any of them. The rest of the header (build, model of the phone) is kept nowhere.
 */
export const deviceOf = (
  userAgent: string,
): { browser: Browser | null; system: System | null } => ({
  browser: found(browserSigns, userAgent),
  system: found(systemSigns, userAgent),
})

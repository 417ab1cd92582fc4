import { pinyin } from 'pinyin-pro'

export interface NameKeys {
  /** Full pinyin without tones or spaces: `ouyangna`. Characters without pinyin stay as they are. */
  pinyin: string
  /** First letters: `oyn`. */
  initials: string
  /** For sorting: syllables with tone numbers, divided. */
  sort: string
}

function keys(name: string, surname: 'head' | 'off'): NameKeys {
  const options = { type: 'array', surname, nonZh: 'consecutive', v: true } as const
  const plain = pinyin(name, { ...options, toneType: 'none' }).map((syllable) =>
    syllable.toLowerCase().replace(/[·\s]/g, ''),
  )
  const toned = pinyin(name, { ...options, toneType: 'num' })
  return {
    pinyin: plain.join(''),
    initials: plain.map((syllable) => Array.from(syllable)[0] ?? '').join(''),
    sort: `${toned.join(' ').toLowerCase()} ${name}`,
  }
}

/** Keys of a person's name: surnames read as surnames (单 shan, 曾 zeng, 尉迟 yuchi). */
export const personKeys = (name: string): NameKeys => keys(name, 'head')

/** Keys of an organization's name; surname readings would be wrong here (区委 is not Ou). */
export const organizationKeys = (name: string): NameKeys => keys(name, 'off')

import { randomOf } from './random.ts'

/** Names of nobody: surnames and given names are joined by chance, the rare and the long ones are made up. */
export interface PersonName {
  name: string
  sex: 'male' | 'female'
  ethnicity: string
}

const list = (names: string): readonly string[] => names.split(' ')

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文'

const given = {
  elder: {
    male: list(
      '建国 国庆 德福 长贵 永年 新华 志强 保田 跃进 援朝 勤耕 广田 守义 玉山 洪才 立本 万顺 金河 树林 文德 贵生 兴邦',
    ),
    female: list(
      '桂兰 淑珍 秀英 玉梅 凤霞 素琴 月娥 翠芝 惠芳 佩华 雅琴 春芳 彩云 玉兰 秀芝 淑贤 兰香 凤英',
    ),
  },
  middle: {
    male: list(
      '建军 志远 文斌 永刚 海涛 立新 卫东 宏伟 学峰 振宇 庆林 少华 景明 国梁 明辉 启明 维民 仕安 向阳 继东 绍文 光远 德明 延平 松年 长河 希文 克俭 敬之 凯 勇 磊 春生 跃峰 东升 炳南 润生 怀远',
    ),
    female: list(
      '丽萍 海燕 晓红 雪梅 红霞 志芬 春燕 秋萍 慧敏 亚楠 文静 玉洁 淑慧 晓茗 月华 少英 丽娟 冬梅 雅丽 彦红 素芳 敬芝 云霞 巧玲 艳秋 立华 洪英 新荣 凤仪 小满 娟 莉 芸 永红 卫华 迎春 淑娴 晓岚',
    ),
  },
  young: {
    male: list(
      '子轩 浩然 宇航 一川 嘉树 思远 泽宇 俊熙 明哲 博文 天佑 奕辰 景行 云舟 牧之 锐 承泽 逸飞 一诺 鹏程 子墨 修远 晨曦 立言 谦 骁 文韬 慕白',
    ),
    female: list(
      '雨桐 思琪 欣怡 梦瑶 佳宁 诗涵 若溪 静姝 可心 予安 明月 知夏 语嫣 清如 晗 柠 子衿 书瑶 听雨 念慈 安歌 昕悦 采薇 如初 乐怡 雪琪 依诺 冉',
    ),
  },
} as const
export type Generation = keyof typeof given

/** Names that a form, a search, a sort or a printer gets wrong first, spread over the roster. */
const special: Record<Generation, readonly PersonName[]> = {
  elder: [
    { name: '尉迟国安', sex: 'male', ethnicity: '汉族' },
    { name: '上官玉芝', sex: 'female', ethnicity: '汉族' },
    { name: '覃日昌', sex: 'male', ethnicity: '壮族' },
    { name: '解守田', sex: 'male', ethnicity: '汉族' },
    { name: '佟桂荣', sex: 'female', ethnicity: '满族' },
  ],
  middle: [
    { name: '欧阳文澜', sex: 'female', ethnicity: '汉族' },
    { name: '阿卜杜拉·买买提', sex: 'male', ethnicity: '维吾尔族' },
    { name: '单立群', sex: 'male', ethnicity: '汉族' },
    { name: '仇雪松', sex: 'male', ethnicity: '汉族' },
    { name: '查敏之', sex: 'female', ethnicity: '汉族' },
    { name: '曾维桢', sex: 'male', ethnicity: '汉族' },
    { name: '陶𬭎毅', sex: 'male', ethnicity: '汉族' },
    { name: '司徒明远', sex: 'male', ethnicity: '汉族' },
    { name: '巴图吉日嘎拉', sex: 'male', ethnicity: '蒙古族' },
    { name: '朴春姬', sex: 'female', ethnicity: '朝鲜族' },
    { name: '区洁明', sex: 'female', ethnicity: '汉族' },
    { name: '马守业', sex: 'male', ethnicity: '回族' },
    { name: '盖云峰', sex: 'male', ethnicity: '汉族' },
  ],
  young: [
    { name: '沈㛃', sex: 'female', ethnicity: '汉族' },
    { name: '尤䶮', sex: 'male', ethnicity: '汉族' },
    { name: '古丽娜孜尔·阿卜杜热合曼', sex: 'female', ethnicity: '维吾尔族' },
    { name: '扎西次旦', sex: 'male', ethnicity: '藏族' },
    { name: '夏侯知远', sex: 'male', ethnicity: '汉族' },
    { name: '𠮷野清', sex: 'female', ethnicity: '汉族' },
    { name: '任可', sex: 'female', ethnicity: '汉族' },
    { name: '诸葛予宁', sex: 'female', ethnicity: '汉族' },
    { name: '阿依努尔', sex: 'female', ethnicity: '哈萨克族' },
    { name: '吕明', sex: 'male', ethnicity: '汉族' },
    { name: '石英', sex: 'female', ethnicity: '苗族' },
  ],
}

/** Names that chance could make, and that everybody would take for somebody they have heard of. */
const known = new Set(
  list(
    '李国庆 张国庆 李向阳 张勇 张磊 韩磊 王凯 李锐 李娟 张莉 孙莉 方志敏 孙春兰 李光耀 王勇 李勇 许勇 张凯',
  ),
)

/** Two people of one name work in different branches: 姓名 alone names nobody. */
const namesake = '王海燕'

/** Hands out names by generation; each once, except the namesakes. */
export function nameSource(): (generation: Generation, index: number) => PersonName {
  const used = new Set(Object.values(special).flatMap((list) => list.map(({ name }) => name)))
  const waiting = {
    elder: [...special.elder],
    middle: [...special.middle],
    young: [...special.young],
  }
  let namesakes = 0
  return (generation, index) => {
    const random = randomOf(`name:${index}`)
    // Every sixth place is kept for a special one, so that each branch has some.
    if (index % 6 === 4) {
      const next = waiting[generation].shift()
      if (next) return next
    }
    const turn = namesakes === 0 ? index === 91 : index > 130
    if (generation === 'middle' && namesakes < 2 && turn) {
      namesakes++
      return { name: namesake, sex: 'female', ethnicity: '汉族' }
    }
    for (;;) {
      const sex = random.chance(0.52) ? 'female' : 'male'
      const name = `${random.pick(Array.from(surnames))}${random.pick(given[generation][sex])}`
      if (used.has(name) || known.has(name) || name === namesake) continue
      used.add(name)
      return {
        name,
        sex,
        ethnicity: random.chance(0.03) ? random.pick(['满族', '回族', '蒙古族', '土家族']) : '汉族',
      }
    }
  }
}

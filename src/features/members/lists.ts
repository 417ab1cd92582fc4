/** Values of the records themselves, the same in every language of the screen. GB/T 3304, GB/T 4658, GB/T 6864. */
export const ethnicities =
  '汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族'.split(
    ' ',
  )

export const educations = ['研究生', '大学本科', '大学专科', '中专', '高中', '初中', '小学']
export const degrees = ['博士', '硕士', '学士']

/** Of nine in ten members; shown in the field, so that the tenth is seen to need another. */
export const usualEthnicity = '汉族'

/** Words that several pages share. */
export const common = {
  today: '今天',
  year: (year: number) => `${year}年`,
  yes: '是',
  no: '否',
  none: '无',
  edit: '编辑',
  add: '新增',
  back: '返回',
  saved: '已保存',
  version: '版本',
  draft: {
    saving: '正在保存草稿…',
    savedAt: (time: string) => `草稿已保存 ${time}`,
    failed: '草稿没能保存在本机，请勿关闭页面',
    otherWindow: '这份草稿正在另一个窗口编辑，以最后一次输入为准',
    restored: (time: string) => `已恢复 ${time} 的草稿`,
    discard: '放弃草稿',
  },
  form: { required: '请填写' },
}

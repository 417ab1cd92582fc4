/** Sentences that are put together; `{a}` and the like are filled by the composer. */
export const openings = [
  '会议由{chair}同志主持，{recorder}同志记录。应到{expected}人，实到{present}人。',
  '{time}，{place}，{chair}同志主持会议，应到{expected}人、实到{present}人，符合规定，会议开始。',
  '{chair}同志清点人数：应到{expected}人，实到{present}人，{away}。随后宣布议程。',
  '按照{month}月工作安排，{organization}召开会议，{chair}同志主持，实到{present}人（应到{expected}人）。',
] as const

export const studied = [
  '一、集体学习。{reader}同志领学{study}，大家结合岗位逐条讨论。',
  '一、学习环节。会前已发学习材料，会上由{reader}同志领读{study}的重点部分。',
  '一、传达学习{study}，{reader}同志联系{work}谈了理解。',
  '一、交流学习。围绕{study}，每人准备一个问题，由{reader}同志汇总解答。',
] as const

export const discussed = [
  '二、研究{work}。{a}同志汇报了上月进展，{b}同志补充了{trouble}的情况，会议认为应当先解决群众反映集中的问题。',
  '二、讨论近期工作。大家认为{work}总体平稳，但{trouble}仍然存在，由{a}同志牵头拿出办法，{b}同志配合。',
  '二、结合业务找差距。针对{trouble}，{a}同志提出分时段调整，{b}同志建议先在一个专区试行。',
  '二、党建与业务一体安排。{a}同志就{work}提出三条建议，会议采纳其中两条，{b}同志负责跟进。',
  '二、通报情况。{a}同志通报{work}办理情况；对{trouble}，会议要求下次会上报告结果。',
] as const

export const thirdPoints = [
  '三、收缴党费情况由{c}同志通报，按月足额。',
  '三、通报缺席同志补学安排，由{c}同志负责送学。',
  '三、谈心谈话：{c}同志汇报与两名同志谈话的情况，未发现突出问题。',
  '三、{c}同志介绍联系服务群众情况，本月回访办事群众若干，意见已登记。',
  '三、确定下月重点：{activity}，由{c}同志组织。',
  '三、对照承诺清单逐项过一遍，{c}同志未完成的一项说明了原因和时限。',
] as const

export const closings = [
  '会议要求，{gain}。',
  '主持人小结：{gain}，下次会议检查落实。',
  '大家一致表示，{gain}。',
  '会议结束前，{chair}同志强调：{gain}。',
  '会议于{end}结束。',
] as const

export const speeches = [
  '我这个月主要在做{work}，有一个体会：{gain}，不能停在口头上。',
  '关于{trouble}，我建议先把近三个月的件翻一遍，看看卡在哪一步，再谈改什么。',
  '窗口上最怕群众跑第二趟。{work}这一块，我愿意带头把告知单改一版，大家提意见。',
  '我同意前面同志的意见，补充一点：{trouble}不全是人手问题，流程上也有可以合并的地方。',
  '学了{study}，我的理解是先把规定动作做扎实，再谈创新。',
  '我检讨一下，上个月对{work}跟得不紧，拖了两天，这个月已经补上。',
  '老同志多讲讲经验，年轻同志多跑跑现场，{work}才能有人接得住。',
  '建议把{work}做成一张表，谁在办、办到哪一步，一看就清楚，不要再各报各的。',
  '{activity}我报名参加，顺便把群众的意见带回来。',
  '我负责的部分还有两件没有办结，原因是{trouble}，下周五前给大家一个结果。',
] as const

export const dissents = [
  '我保留意见：{work}不宜一下子全铺开，窗口同志这个月已经连续加班，建议先试一个月再定。',
  '我不太同意把指标再往前提，{trouble}没有解决之前，提了也只是数字好看。',
] as const

export const leaveReasons = [
  '因公出差',
  '窗口值班无法离岗',
  '年休假',
  '病假',
  '参加市里业务培训',
  '驻村工作',
  '参加上级会议',
  '现场勘验',
  '家中有急事，已请假',
  '产假',
  '陪护住院亲属',
  '外出体检',
] as const
export const elderLeave = [
  '身体不适',
  '行动不便',
  '住院治疗',
  '在外地子女家居住',
  '视力不佳、不便出行',
] as const
export const absentReasons = [
  '未事先请假，事后说明在处理群众急件',
  '通知未收到',
  '忘记时间',
  '未说明原因',
] as const

export const makeupWays = [
  '自学会议材料，向党小组长汇报体会',
  '党小组长面对面补学',
  '送学上门，讲解会议决议',
  '补看学习资料并写学习笔记',
  '参加另一党小组的同主题学习',
  '书记个别补课，传达会议精神',
] as const

/** 民主生活会 of the committee. */
export const teamLife = [
  '一、书记{chair}同志通报上一年度整改落实情况和会前征求意见、谈心谈话情况，代表班子作对照检查，并带头作个人对照检查。',
  '二、班子成员逐一对照检查，开展批评与自我批评。{a}同志对班子在{trouble}方面的不足提出批评，{b}同志结合分管工作认领了两条。',
  '三、会议确定围绕{work}列出整改清单，由{c}同志汇总，会后在一定范围内通报。',
] as const

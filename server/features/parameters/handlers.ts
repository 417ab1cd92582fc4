import type { z } from 'zod'
import { invalid, problem, type Language } from '#domain/errors.ts'
import { newId } from '#domain/ids.ts'
import {
  isAllowed,
  parameterAt,
  parameterKey,
  parameterKeys,
  parameters as specs,
  type ParameterKey,
} from '#domain/rules/parameters.ts'
import type { parameterView } from '#domain/system.ts'
import { parametersContract } from '#domain/system.contract.ts'
import { markBranches } from '#server/counts/recount/mark.ts'
import { actorOf, type Door } from '#server/door.ts'
import { implement } from '#server/http/implement.ts'
import { wordsIn } from '#server/http/parse.ts'

type View = z.input<typeof parameterView>

/** What the regulations leave to the bureau: decisions with the day from which they hold. */
export const parameters = implement(parametersContract, {
  list: (door) => listParameters(door),

  set: async (door, { body }) => {
    // One bureau, one set of rules: a branch does not decide for the others.
    if (!door.scope.everything) throw problem('forbidden')
    const { data: key } = parameterKey.safeParse(body.key)
    if (!key) throw invalid('body.key', '没有这个参数')
    if (!isAllowed(key, body.value))
      throw invalid('body.value', whyNot(key, body.value, door.language))
    if (body.from < door.today) throw invalid('body.from', '生效日期不能早于今天，已经过去的不改变')
    await door.db
      .insertInto('parameter')
      .values({
        id: newId(),
        key,
        value: JSON.stringify(body.value),
        valid_from: body.from,
        reason: body.reason,
        set_by: actorOf(door).accountId,
        set_at: door.now,
      })
      .execute()
    if (key === 'lecture.frequency') await markBranches(door.db)
    const { value, from, reason } = body
    door.note({ detail: { key, value, from, reason } })
    return listParameters(door)
  },
})

/** Every parameter with its value today, a decision with its author or the default, and what was decided for later. */
async function listParameters(door: Door): Promise<View[]> {
  const rows = await door.db
    .selectFrom('parameter')
    .leftJoin('account', 'account.id', 'parameter.set_by')
    .select([
      'parameter.key',
      'parameter.value',
      'parameter.valid_from as from',
      'account.name as setBy',
    ])
    .orderBy('parameter.valid_from')
    .orderBy('parameter.set_at')
    .orderBy('parameter.id')
    .execute()
  return parameterKeys.map((key) => {
    const row = rows.findLast((one) => one.key === key && one.from <= door.today)
    const later = rows.filter((one) => one.key === key && one.from > door.today)
    return {
      key,
      value: parameterAt(rows, key, door.today),
      from: row?.from ?? null,
      isDefault: row === undefined,
      setBy: row ? (row.setBy ?? '—') : null,
      next: later
        .filter(({ from }, index) => later[index + 1]?.from !== from)
        .map(({ value, from, setBy }) => ({ value, from, setBy: setBy ?? '—' })),
    }
  })
}

/** What would be allowed, for the field. */
function whyNot(key: ParameterKey, value: unknown, language: Language): string {
  if ('choices' in specs[key]) return '请从给出的选项中选择'
  const found = specs[key].schema.safeParse(value, { error: wordsIn(language) })
  const message = found.error?.issues[0]?.message ?? '请填写有效的值'
  return message === 'not_ascending' ? '各级小时数应当由低到高' : message
}

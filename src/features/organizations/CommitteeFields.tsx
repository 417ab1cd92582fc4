import { Form, Select } from 'antd'
import { committee, seat } from '#domain/organizations.ts'
import { currentText, useText } from '#lib/i18n.ts'
import { zodRules } from '#lib/zodRules.ts'
import { MemberField, ofChosen } from '#parts/MemberField.tsx'
import { Button } from '#ui/Button.tsx'
import { postsOf } from './postsOf.ts'

/** Of nobody; what stands in the lines is judged there. */
const some = {
  validator: async (_: unknown, seats: readonly unknown[]) => {
    const [issue] = seats.length > 0 ? [] : (committee.safeParse(seats).error?.issues ?? [])
    if (issue) throw new Error(currentText().said(issue.message))
  },
}

/** Who was elected to what, as many as there are. */
export function CommitteeFields({ within }: { within: string }) {
  const { organizations: t } = useText()
  const w = t.startTerm
  return (
    <fieldset className="og-committee">
      <legend>{w.committee}</legend>
      <p className="pt-note">{w.committeeHint}</p>
      <Form.List name="committee" rules={[some]}>
        {(seats, { add, remove }, { errors }) => (
          <>
            {seats.map(({ key, name }, index) => (
              <div key={key} className="og-seat" role="group" aria-label={w.seat(index + 1)}>
                <Form.Item
                  name={[name, 'post']}
                  label={t.appoint.post}
                  rules={zodRules(seat.shape.post)}
                >
                  <Select
                    options={postsOf('branch').map((post) => ({
                      value: post,
                      label: t.posts[post],
                    }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[name, 'memberId']}
                  label={t.appoint.member}
                  rules={zodRules(ofChosen(seat.shape.memberId))}
                >
                  <MemberField within={within} label={`${w.seat(index + 1)} ${t.appoint.member}`} />
                </Form.Item>
                <Button kind="text" size="small" onClick={() => remove(name)}>
                  {w.removeSeat(index + 1)}
                </Button>
              </div>
            ))}
            <Button onClick={() => add()}>{w.addSeat}</Button>
            <Form.ErrorList errors={errors} />
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

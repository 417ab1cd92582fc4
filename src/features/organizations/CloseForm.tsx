import { Form, Input } from 'antd'
import { useState } from 'react'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { organizationClosing, type OrganizationCard } from '#domain/organizations.ts'
import { isApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { DateField } from '#ui/DateField.tsx'
import type { FormProps } from './ActionForm.tsx'
import { useBelow } from './useBelow.ts'
import { useDone } from './useDone.ts'

interface Typed {
  on: string
  reason: string
}

const { shape } = organizationClosing

/** Closes it for good; names first everything that ends with it, or what still stands in the way. */
export function CloseForm({ card, store, onClose }: FormProps) {
  const { organizations: t, ui } = useText()
  const today = useToday()
  const close = useCall(organizationsContract.close)
  const done = useDone(store)
  const below = useBelow(card)
  // Somebody changed it meanwhile: what is asked for next is about what is shown then.
  const [current, setCurrent] = useState<OrganizationCard>(card)
  const [met, setMet] = useState(false)
  const { posts, term } = current

  const send = async ({ on, reason }: Typed, key: string) => {
    const closed = await close.mutateAsync({
      params: { id: card.id },
      body: { on, reason },
      version: current.version,
      key,
    })
    onClose()
    await done(closed, t.close.done(closed.name), [closed.parentId])
  }

  return (
    <CallDrawer<Typed>
      title={t.close.title(current.name)}
      submitLabel={t.close.submit}
      initial={{ on: today }}
      onClose={onClose}
      onSend={send}
      onRefused={(error) => {
        if (!isApiError(error, 'version_conflict') || !error.detail) return false
        setCurrent(error.detail as OrganizationCard)
        setMet(true)
        return true
      }}
      error={met ? t.move.conflict : null}
      blocked={below.length > 0 ? t.close.still(below.join(t.move.and)) : null}
    >
      {() => (
        <>
          <div className="pt-note">
            {below.length > 0 ? <p>{t.close.still(below.join(t.move.and))}</p> : null}
            <p>{t.close.hits}</p>
            <ul>
              <li>
                {posts.length > 0
                  ? t.close.posts(
                      posts.map((post) => `${t.posts[post.post]} ${post.memberName}`).join(ui.and),
                    )
                  : t.close.noPosts}
              </li>
              {term ? <li>{t.close.term(term.extendedTo ?? term.endsOn)}</li> : null}
              <li>{t.close.records}</li>
              <li>{t.close.final}</li>
            </ul>
          </div>
          <Form.Item name="on" label={t.fields.on} rules={zodRules(shape.on)}>
            <DateField max={today} />
          </Form.Item>
          <Form.Item
            name="reason"
            label={t.fields.reason}
            rules={zodRules(shape.reason)}
            extra={t.fields.reasonHint}
          >
            <Input autoComplete="off" />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}

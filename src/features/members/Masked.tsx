import { Form, Input } from 'antd'
import { useEffect, useState } from 'react'
import { membersContract } from '#domain/members.contract.ts'
import { revealRequest, type MemberDetail } from '#domain/members.ts'
import { call } from '#lib/api.ts'
import { useText } from '#lib/i18n.ts'
import { useSession } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { None } from '#ui/KeyValue.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { Toggle } from '#ui/Toggle.tsx'

const SHOWN_SECONDS = 60

interface MaskedProps {
  member: MemberDetail
  field: 'idNumber' | 'phone' | 'address'
  label: string
  mask: string | null
  reason: string | null
}

/** A masked field. In full for a minute, after the purpose was named; each look is an audit row. */
export function Masked({ member, field, label, mask, reason }: MaskedProps) {
  const { members } = useText()
  const t = members.reveal
  const [asking, setAsking] = useState(false)
  // Neither in the cache of queries nor of writes: gone with this element.
  const [shown, setShown] = useState<{ value: string | null; left: number } | null>(null)
  const running = shown !== null

  useEffect(() => {
    if (!running) return undefined
    const end = Date.now() + SHOWN_SECONDS * 1000
    const timer = setInterval(() => {
      const left = Math.ceil((end - Date.now()) / 1000)
      setShown((now) => (left > 0 && now ? { ...now, left } : null))
    }, 1000)
    return () => clearInterval(timer)
  }, [running])

  if (!mask) return <None />
  return (
    <span className="mb-masked">
      <span className="mb-value" data-shown={shown !== null}>
        {shown ? (shown.value ?? t.none) : mask}
      </span>
      {shown ? (
        <>
          <button type="button" className="sc-link" onClick={() => setShown(null)}>
            {t.hide}
          </button>
          <small>
            <span role="status">{t.logged}</span>{' '}
            <span aria-hidden="true">{t.seconds(shown.left)}</span>
          </small>
        </>
      ) : (
        <ReasonButton
          size="small"
          kind="link"
          reason={reason}
          aria-label={t.actionOf(label)}
          aria-haspopup="dialog"
          onClick={() => setAsking(true)}
        >
          {t.action}
        </ReasonButton>
      )}
      {asking ? (
        <Ask
          member={member}
          field={field}
          label={label}
          onClose={() => setAsking(false)}
          onShown={(value) => {
            setAsking(false)
            setShown({ value, left: SHOWN_SECONDS })
          }}
        />
      ) : null}
    </span>
  )
}

interface AskProps extends Pick<MaskedProps, 'member' | 'field' | 'label'> {
  onClose: () => void
  onShown: (value: string | null) => void
}

function Ask({ member, field, label, onClose, onShown }: AskProps) {
  const { members } = useText()
  const t = members.reveal
  const isOwn = useSession().memberId === member.id
  const [own, ...others] = t.purposes.toReversed()
  const suggested = others.toReversed()

  return (
    <CallDrawer<{ purpose: string }>
      title={t.title(member.name, label)}
      submitLabel={t.submit}
      initial={isOwn ? { purpose: own } : {}}
      onClose={onClose}
      onSend={async ({ purpose }, key) => {
        const { value } = await call(membersContract.reveal, {
          params: { id: member.id },
          body: { field, purpose },
          key,
        })
        onShown(value)
      }}
      width={32}
    >
      {(form) => (
        <>
          <Form.Item
            name="purpose"
            label={t.purpose}
            rules={zodRules(revealRequest.shape.purpose)}
            extra={t.purposeHint}
          >
            <Input autoComplete="off" maxLength={200} />
          </Form.Item>
          <p className="mb-chips" hidden={isOwn}>
            {suggested.map((purpose) => (
              <Toggle key={purpose} onPress={() => form.setFieldsValue({ purpose })}>
                {purpose}
              </Toggle>
            ))}
          </p>
        </>
      )}
    </CallDrawer>
  )
}

import { Form, Input } from 'antd'
import { useState } from 'react'
import { sessionContract } from '#domain/session.contract.ts'
import { bureauNaming } from '#domain/session.ts'
import { call } from '#lib/api.ts'
import { useText } from '#lib/i18n.ts'
import { currentView, setView, useCan, useView } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { Section } from '#ui/Page.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { toast } from '#ui/toasts.ts'

interface Typed {
  name: string
  reason: string
}

/** What the installation is called: on the frame and on certificates issued from then on. */
export function BureauName() {
  const t = useText().system.bureauName
  const { name } = useView().installation
  const [open, setOpen] = useState(false)
  const reason = useCan()('accounts.manage') ? null : t.needRole

  const send = async (body: Typed, key: string) => {
    const renamed = await call(sessionContract.renameBureau, { body, key })
    const view = currentView()
    setView({ ...view, installation: { ...view.installation, name: renamed.name } })
    toast.success(t.done)
    setOpen(false)
  }
  return (
    <Section title={t.heading}>
      <ul className="sy-parameters">
        <li>
          <div className="sy-parameter-name">
            <b>{t.label}</b>
            <small>{t.note}</small>
          </div>
          <div className="sy-parameter-value">
            <span>{name}</span>
          </div>
          <ReasonButton
            size="small"
            reason={reason}
            onClick={() => setOpen(true)}
            aria-label={t.changeOf}
          >
            {t.change}
          </ReasonButton>
        </li>
      </ul>
      {open ? (
        <CallDrawer<Typed>
          title={t.title}
          submitLabel={t.change}
          initial={{ name: name ?? '' }}
          onClose={() => setOpen(false)}
          onSend={send}
          width={34}
        >
          {() => (
            <>
              <Form.Item
                name="name"
                label={t.label}
                rules={zodRules(bureauNaming.shape.name)}
                extra={t.hint}
              >
                <Input autoComplete="organization" />
              </Form.Item>
              <Form.Item name="reason" label={t.reason} rules={zodRules(bureauNaming.shape.reason)}>
                <Input autoComplete="off" />
              </Form.Item>
            </>
          )}
        </CallDrawer>
      ) : null}
    </Section>
  )
}

import { Form, Input } from 'antd'
import { newAccount } from '#domain/system.ts'
import { accountsContract } from '#domain/system.contract.ts'
import { call } from '#lib/api.ts'
import { useText } from '#lib/i18n.ts'
import { invalidate } from '#lib/queries.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import type { Invitation } from './accounts.ts'

interface Typed {
  login: string
  name: string
}

/** A new account: no password is chosen for anybody, an invitation comes out. */
export function CreateAccount({
  onClose,
  onMade,
}: {
  onClose: () => void
  onMade: (invitation: Invitation) => void
}) {
  const { accounts: t } = useText().system
  const send = async (body: Typed, key: string) => {
    const made = await call(accountsContract.create, { body, key })
    void invalidate(['accounts'])
    onMade(made)
  }
  return (
    <CallDrawer<Typed>
      title={t.createTitle}
      submitLabel={t.createSubmit}
      initial={{}}
      onClose={onClose}
      onSend={send}
      width={34}
    >
      {() => (
        <>
          <p className="pt-note">{t.createNote}</p>
          <Form.Item
            name="name"
            label={t.name}
            rules={zodRules(newAccount.shape.name)}
            extra={t.nameHint}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="login"
            label={t.login}
            rules={zodRules(newAccount.shape.login)}
            extra={t.loginHint}
          >
            <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}

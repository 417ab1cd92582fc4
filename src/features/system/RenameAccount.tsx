import { Form, Input } from 'antd'
import { useState } from 'react'
import { accountName } from '#domain/system.ts'
import { accountsContract } from '#domain/system.contract.ts'
import { call } from '#lib/api.ts'
import { useText } from '#lib/i18n.ts'
import { invalidate } from '#lib/queries.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { Button } from '#ui/Button.tsx'
import { toast } from '#ui/toasts.ts'
import type { Account } from './accounts.ts'

/** Puts right the name of an account: a wrong character would keep it from being linked to its member. */
export function RenameAccount({ account }: { account: Account }) {
  const { accounts: t } = useText().system
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)

  const send = async (body: { name: string }, key: string) => {
    const { id, version } = account
    const renamed = await call(accountsContract.change, { params: { id }, version, body, key })
    void invalidate(['accounts'])
    toast.success(t.renamed(renamed.name))
    close()
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t.rename}</Button>
      {open ? (
        <CallDrawer<{ name: string }>
          title={t.renameTitle(account.login)}
          submitLabel={t.rename}
          initial={{ name: account.name }}
          onClose={close}
          onSend={send}
          onRefused={(error) => {
            // Changed meanwhile: with the list the version of now comes, and pressing again may succeed.
            if (error.code === 'version_conflict') void invalidate(['accounts'])
            return false
          }}
          width={34}
        >
          {() => (
            <Form.Item
              name="name"
              label={t.name}
              rules={zodRules(accountName.shape.name)}
              extra={t.nameHint}
            >
              <Input autoComplete="off" />
            </Form.Item>
          )}
        </CallDrawer>
      ) : null}
    </>
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { membersContract } from '#domain/members.contract.ts'
import type { MemberAccount, MemberDetail } from '#domain/members.ts'
import { loginName } from '#domain/session.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf, useCall } from '#lib/queries.ts'
import { useSession } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { Failed } from '#parts/Failed.tsx'
import { Button } from '#ui/Button.tsx'
import { ConfirmButton } from '#ui/ConfirmButton.tsx'
import { KeyValue } from '#ui/KeyValue.tsx'
import { Section } from '#ui/Page.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { toast } from '#ui/toasts.ts'

/** Who signs in as this person, for whoever keeps the roster; the system administrator opens accounts. */
export function SignInAccount({ member }: { member: MemberDetail }) {
  const text = useText()
  const t = text.members.account
  const [linking, setLinking] = useState(false)
  const given = { params: { id: member.id } }
  const found = useQuery(queryOptionsOf(membersContract.account, given))
  const unlink = useCall(membersContract.unlinkAccount)
  const link = useCall(membersContract.linkAccount)
  const client = useQueryClient()
  const isOwn = useSession().memberId === member.id
  const account = found.data?.account
  const put = (next: MemberAccount, said: string) => {
    client.setQueryData(queryOptionsOf(membersContract.account, given).queryKey, next)
    toast.success(said)
  }

  return (
    <Section title={t.title}>
      {found.isError ? <Failed query={found} title={t.title} /> : null}
      {found.isPending ? <SkeletonLines lines={2} /> : null}
      {account ? (
        <>
          <KeyValue
            items={[
              { label: t.login, value: account.login },
              { label: t.state, value: text.system.accounts.states[account.state] },
            ]}
          />
          <ConfirmButton
            label={t.unlink}
            title={t.unlinkTitle(member.name, account.login)}
            hits={[]}
            reason={isOwn ? t.ownUnlink : null}
            consequence={t.unlinkNote}
            onConfirm={async () => {
              try {
                put(await unlink.mutateAsync({ ...given, version: account.version }), t.unlinked)
              } catch (cause) {
                // Whoever changed it meanwhile is told of, and pressing again may succeed.
                void found.refetch()
                throw cause
              }
            }}
          />
        </>
      ) : null}
      {account === null ? (
        <>
          <p className="mb-quiet">{t.none}</p>
          <Button onClick={() => setLinking(true)}>{t.link}</Button>
        </>
      ) : null}
      {linking ? (
        <CallDrawer<{ login: string }>
          title={t.linkTitle(member.name)}
          submitLabel={t.link}
          initial={{}}
          onClose={() => setLinking(false)}
          onSend={async (body, key) => {
            put(await link.mutateAsync({ ...given, body, key }), t.linked(member.name))
            setLinking(false)
          }}
          width={34}
        >
          {() => (
            <>
              <p className="pt-note">{t.linkNote(member.name)}</p>
              <Form.Item name="login" label={t.login} rules={zodRules(loginName)}>
                <Input autoComplete="off" autoCapitalize="none" spellCheck={false} />
              </Form.Item>
            </>
          )}
        </CallDrawer>
      ) : null}
    </Section>
  )
}

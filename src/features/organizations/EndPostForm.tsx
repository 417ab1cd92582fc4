import { Form } from 'antd'
import { useState } from 'react'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { postEnding, type Post } from '#domain/organizations.ts'
import { isApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { DateField } from '#ui/DateField.tsx'
import type { FormProps } from './ActionForm.tsx'
import { useDone } from './useDone.ts'

export function EndPostForm({ post, store, onClose }: FormProps & { post: Post }) {
  const { organizations: t } = useText()
  const today = useToday()
  const end = useCall(organizationsContract.endPost)
  const done = useDone(store)
  const [version, setVersion] = useState(post.version)
  const name = t.posts[post.post]

  const send = async ({ endedOn }: { endedOn: string }, key: string) => {
    const saved = await end.mutateAsync({
      params: { id: post.id },
      body: { endedOn },
      version,
      key,
    })
    onClose()
    await done(saved, t.endPost.done(post.memberName, name))
  }

  return (
    <CallDrawer<{ endedOn: string }>
      title={t.endPost.title(post.memberName, name)}
      submitLabel={t.endPost.submit}
      initial={{ endedOn: today }}
      onClose={onClose}
      onSend={send}
      onRefused={(error) => {
        if (!isApiError(error, 'version_conflict') || !error.detail) return false
        setVersion((error.detail as Post).version)
        return true
      }}
      error={version === post.version ? null : t.move.conflict}
    >
      {() => (
        <Form.Item
          name="endedOn"
          label={t.endPost.endedOn}
          rules={zodRules(postEnding.shape.endedOn)}
          extra={t.endPost.rolesStay}
        >
          <DateField min={post.startedOn} />
        </Form.Item>
      )}
    </CallDrawer>
  )
}

import { useState } from 'react'
import { organizationsContract } from '#domain/organizations.contract.ts'
import { postWithdrawal, type Post } from '#domain/organizations.ts'
import { isApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { ReasonForm } from '#parts/ReasonForm.tsx'
import type { FormProps } from './ActionForm.tsx'
import { useDone } from './useDone.ts'

/** A post that was entered by mistake never was. */
export function WithdrawPostForm({ card, post, store, onClose }: FormProps & { post: Post }) {
  const { organizations: t } = useText()
  const withdraw = useCall(organizationsContract.withdrawPost)
  const done = useDone(store)
  const [version, setVersion] = useState(post.version)
  return (
    <ReasonForm
      title={t.withdrawPost.title(post.memberName, t.posts[post.post])}
      submitLabel={t.actions.withdrawPost}
      label={t.withdrawPost.reason}
      rule={postWithdrawal.shape.reason}
      error={version === post.version ? null : t.move.conflict}
      draftKey={`organization/${card.id}/post/${post.id}`}
      onClose={onClose}
      onRefused={(error) => {
        if (!isApiError(error, 'version_conflict') || !error.detail) return false
        setVersion((error.detail as Post).version)
        return true
      }}
      onSend={async (reason, key) => {
        const saved = await withdraw.mutateAsync({
          params: { id: post.id },
          body: { reason },
          version,
          key,
        })
        onClose()
        await done(saved, t.withdrawPost.done)
      }}
    >
      <p className="pt-note">{t.withdrawPost.text}</p>
    </ReasonForm>
  )
}

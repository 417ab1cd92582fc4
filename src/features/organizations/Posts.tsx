import { Link } from 'react-router'
import type { OrganizationCard } from '#domain/organizations.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useCan, useToday } from '#lib/session.ts'
import { Section } from '#ui/Page.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import type { Action } from './ActionForm.tsx'

interface PostsProps {
  card: OrganizationCard
  /** Why nothing may be changed; null when it may. */
  right: string | null
  onAction: (action: Action) => void
}

export function Posts({ card, right, onAction }: PostsProps) {
  const { organizations: t } = useText()
  const today = useToday()
  const keep = useKeepScope()
  const can = useCan()

  return (
    <Section
      title={t.postsHeading}
      extra={
        <ReasonButton size="small" reason={right} onClick={() => onAction({ name: 'appoint' })}>
          {t.actions.appoint}
        </ReasonButton>
      }
    >
      {card.posts.length === 0 ? (
        <p className="og-none">
          {t.noPosts}
          <small>{t.noPostsText}</small>
        </p>
      ) : (
        <ul className="og-posts">
          {card.posts.map((post) => (
            <li key={post.id}>
              <span className="og-post">{t.posts[post.post]}</span>
              {can('members.read') ? (
                <Link className="sc-link" to={keep(paths.member(post.memberId))}>
                  {post.memberName}
                </Link>
              ) : (
                post.memberName
              )}
              <small>
                {post.startedOn > today ? t.from(post.startedOn) : t.since(post.startedOn)}
                {post.endedOn ? ` · ${t.until(post.endedOn)}` : null}
              </small>
              <span className="og-post-acts">
                {post.endedOn ? null : (
                  <ReasonButton
                    size="small"
                    kind="text"
                    reason={right}
                    onClick={() => onAction({ name: 'endPost', post })}
                  >
                    {t.actions.endPost}
                  </ReasonButton>
                )}
                <ReasonButton
                  size="small"
                  kind="text"
                  reason={right}
                  onClick={() => onAction({ name: 'withdrawPost', post })}
                >
                  {t.actions.withdrawPost}
                </ReasonButton>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

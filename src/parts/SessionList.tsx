import type { ReactNode } from 'react'
import type { OpenSession } from '#domain/session.ts'
import { instantInProse } from '#lib/format.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { StatusTag } from '#ui/Tags.tsx'
import './sessionList.css'

type Shown = OpenSession & { current?: boolean }

/** Windows 上的 Edge: what its browser told of itself. */
export function deviceName(
  { browser, system }: Pick<OpenSession, 'browser' | 'system'>,
  { common: { sessions: t } }: Text,
): string {
  return t.device(
    browser === null ? t.otherBrowser : t.browsers[browser],
    system === null ? t.otherSystem : t.systems[system],
  )
}

interface SessionListProps<S extends Shown> {
  sessions: readonly S[]
  /** What can be done with one; nothing with the one that is used here. */
  children: (session: S, name: string) => ReactNode
}

/** Where an account is signed in: on what, from where, since when and how lately used. */
export function SessionList<S extends Shown>({ sessions, children }: SessionListProps<S>) {
  const text = useText()
  const t = text.common.sessions
  return (
    <ul className="pt-sessions">
      {sessions.map((session) => {
        const name = deviceName(session, text)
        return (
          <li key={session.id}>
            <div>
              <b>{name}</b>
              {session.current ? <StatusTag tone="success">{t.current}</StatusTag> : null}
              <p>
                {t.since(instantInProse(session.openedAt))}
                {t.seen(instantInProse(session.seenAt))}
              </p>
              <p>{session.address ? t.from(session.address) : t.fromUnknown}</p>
            </div>
            {session.current ? null : children(session, name)}
          </li>
        )
      })}
    </ul>
  )
}

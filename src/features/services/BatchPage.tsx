import { useState, type SyntheticEvent } from 'react'
import { newId } from '#domain/ids.ts'
import { servicesContract } from '#domain/services.contract.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { useCall } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { useToday } from '#lib/session.ts'
import { useBegun, useKept, type Begun } from '#lib/useKept.ts'
import { Button, ButtonLink } from '#ui/Button.tsx'
import { DraftNote, DraftState, useDiscard } from '#ui/DraftNote.tsx'
import { Mark } from '#ui/Mark.tsx'
import { Page } from '#ui/Page.tsx'
import { toast } from '#ui/toasts.ts'
import { BatchLine, lineEntry, type ForAll, type Line, type LineTyped } from './BatchLine.tsx'
import { BeneficiaryChoice, ChannelChoice } from './choices.tsx'
import { blank } from './typed.ts'
import './services.css'

/** What is typed on the page: `all` holds for every line that says nothing of its own. */
interface Notebook {
  all: ForAll
  lines: Line[]
}

const MOST = 100
const lineAt = (day: string, like?: Line): Line => ({
  key: newId(),
  day,
  // What is counted, and under what, is never such as nobody chose.
  typed: { ...blank, visits: '', kind: like?.typed.kind ?? null, beneficiary: null },
  errors: {},
})

/** A line that was offered and not used is no service. */
const isUsed = ({ typed: { visits, hours, item, volunteer } }: Line): boolean =>
  [visits, hours, item].some((text) => text.trim() !== '') || volunteer

/** A month from the notebook: the good lines are logged, a bad one stays with its reason. */
export function Component() {
  const { services: t } = useText()
  const keep = useKeepScope()
  const today = useToday()
  const begun = useBegun<Notebook>('service/notebook', () => ({
    all: { channel: null, beneficiary: null },
    lines: [lineAt(today), lineAt(today), lineAt(today)],
  }))
  return (
    <Page
      title={t.batchPage.title}
      purpose={t.batchPage.purpose}
      action={<ButtonLink to={keep(paths.services())}>{t.batchPage.back}</ButtonLink>}
    >
      {begun ? <Batch begun={begun} /> : null}
    </Page>
  )
}

function Batch({ begun }: { begun: Begun<Notebook> }) {
  const { services: t } = useText()
  const today = useToday()
  const kept = useKept(begun)
  const { all, lines } = kept.value
  const setLines = (make: (now: Line[]) => Line[]) =>
    kept.edit((now) => ({ ...now, lines: make(now.lines) }))
  const used = lines.filter(isUsed)
  const discard = useDiscard(kept.restart, kept.set)
  const [trouble, setTrouble] = useState<string | null>(null)
  const log = useCall(servicesContract.createMany, ['services'])
  const change = (key: string, some: Partial<LineTyped>, day?: string) =>
    setLines((now) =>
      now.map((one) =>
        one.key === key ? { ...one, day: day ?? one.day, typed: { ...one.typed, ...some } } : one,
      ),
    )

  const setAll = (some: Partial<ForAll>) =>
    kept.edit((now) => ({ ...now, all: { ...now.all, ...some } }))
  const missingOf = (line: Line): Line['errors'] =>
    isUsed(line)
      ? {
          ...(line.typed.kind === null && { kind: t.form.needKind }),
          ...((line.typed.beneficiary ?? all.beneficiary) === null && {
            beneficiary: t.form.needBeneficiary,
          }),
        }
      : {}

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTrouble(null)
    if (used.length === 0) return setTrouble(t.batchPage.needLine)
    // What can go, goes: a line that lacks something waits for it with its reason, and keeps nothing else back.
    const ready = used.flatMap((line) => {
      const entry = lineEntry(line, all)
      return entry ? [{ line, entry }] : []
    })
    const entries = ready.map(({ entry }) => entry)
    if (entries.length === 0) {
      setLines((now) => now.map((line) => ({ ...line, errors: missingOf(line) })))
      return setTrouble(t.form.noneKept)
    }
    return log.mutate(
      { body: { entries }, key: kept.keyFor(entries) },
      {
        onSuccess: ({ kept: logged, refused }) => {
          if (logged.length > 0) toast.success(t.form.kept(logged.length))
          const left = used.flatMap((line) => {
            const at = ready.findIndex((one) => one.line === line)
            if (at < 0) return [{ ...line, errors: missingOf(line) }]
            const bad = refused.find((one) => one.line === at)
            return bad ? [{ ...line, errors: bad.fields }] : []
          })
          // What was not logged is what is still typed.
          if (left.length > 0) setLines(() => left)
          else void kept.restart()
          setTrouble(
            left.length === 0
              ? null
              : logged.length === 0
                ? t.form.noneKept
                : t.form.some(logged.length, left.length),
          )
        },
        onError: (error) => setTrouble(error.message),
      },
    )
  }
  return (
    <>
      <DraftNote
        restoredAt={kept.restoredAt}
        onDiscard={discard}
        otherWindow={kept.draft.otherWindow}
      />
      <form className="sv-batch" onSubmit={submit} noValidate>
        {trouble ? (
          <p className="sc-alert-line" role="alert">
            <Mark name="alert" />
            <span>{trouble}</span>
          </p>
        ) : null}
        <fieldset className="sv-all">
          <legend>{t.batchPage.all}</legend>
          <label className="sv-choice">
            <span>{t.form.channel}</span>
            <ChannelChoice
              value={all.channel}
              none={t.form.byKind}
              mayClear
              onChange={(channel) => setAll({ channel })}
            />
          </label>
          <label className="sv-choice">
            <span>{t.form.beneficiary}</span>
            <BeneficiaryChoice
              value={all.beneficiary}
              onChange={(beneficiary) => setAll({ beneficiary })}
            />
          </label>
          <small>{t.batchPage.allHint}</small>
        </fieldset>
        <ol>
          {lines.map((line, at) => (
            <BatchLine
              key={line.key}
              line={line}
              all={all}
              name={t.batchPage.line(at + 1)}
              today={today}
              onChange={(some, day) => change(line.key, some, day)}
              onRemove={
                lines.length > 1
                  ? () => setLines((now) => now.filter(({ key }) => key !== line.key))
                  : null
              }
            />
          ))}
        </ol>
        <div className="sv-submit">
          <Button
            disabled={lines.length >= MOST}
            onClick={() =>
              setLines((now) => [...now, lineAt(now.at(-1)?.day ?? today, now.at(-1))])
            }
          >
            {t.batchPage.add}
          </Button>
          <Button kind="primary" type="submit" busy={log.isPending}>
            {t.batchPage.submit(used.length)}
          </Button>
        </div>
        <DraftState {...kept} />
      </form>
    </>
  )
}

import { useState } from 'react'
import type { MemberId, OrganizationId } from '#domain/ids.ts'
import { studiesContract } from '#domain/studies.contract.ts'
import type { AudienceMember } from '#domain/studies.ts'
import { call } from '#lib/api.ts'
import { isApiError } from '#lib/apiError.ts'
import { useText } from '#lib/i18n.ts'
import { MemberPicker } from '#parts/MemberPicker.tsx'
import { OrganizationPicker } from '#parts/OrganizationPicker.tsx'
import { Button } from '#ui/Button.tsx'
import { Mark } from '#ui/Mark.tsx'
import { Field } from '#ui/Field.tsx'
import type { Draft, Invited, Person } from './draft.ts'
import { GroupError } from './GroupError.tsx'
import { GuestFields } from './GuestFields.tsx'
import { Part } from './Part.tsx'

interface AudienceFieldsProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
}

/** Who is invited and, once it was held, who came: everybody did until one press says otherwise. */
export function AudienceFields({ draft, onChange }: AudienceFieldsProps) {
  const { studies: t } = useText()
  const { audience, advance, heldOn } = draft
  const held = advance !== 'plan'
  const [chosen, setChosen] = useState<Person | null>(null)
  const from = chosen ?? draft.organization
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string | null>(null)

  const set = (next: Invited[]) => onChange({ audience: next })
  const change = (one: Invited, some: Partial<Invited>) =>
    set(audience.map((other) => (other === one ? { ...other, ...some } : other)))
  const add = (more: readonly Omit<AudienceMember, 'minutes'>[]) => {
    const known = new Set(audience.map(({ memberId }) => memberId))
    set([
      ...audience,
      ...more
        .filter(({ memberId }) => !known.has(memberId))
        .map((one) => ({ ...one, present: true, part: '' })),
    ])
  }
  const addAll = async () => {
    if (!from) return
    setBusy(true)
    setFailed(null)
    try {
      const query = { organization: from.id as OrganizationId, on: heldOn }
      add(await call(studiesContract.audience, { query }))
    } catch (cause) {
      if (!isApiError(cause)) throw cause
      setFailed(Object.values(cause.fields)[0] ?? cause.message)
    } finally {
      setBusy(false)
    }
  }
  const came = audience.filter(({ present }) => present).length

  return (
    <fieldset className="st-group">
      <legend>{t.fields.audience}</legend>
      <div className="st-fields">
        <Field name="audienceFrom" label={t.form.inviteFrom}>
          {({ id }) => (
            <span className="st-row">
              <OrganizationPicker
                id={id}
                value={from?.id ?? null}
                name={from?.name ?? null}
                onChange={(organization, { name }) => setChosen({ id: organization, name })}
              />
              <Button busy={busy} disabled={!from || !heldOn} onClick={() => void addAll()}>
                {t.form.inviteAll}
              </Button>
            </span>
          )}
        </Field>
        <Field name="audienceOne" label={t.form.inviteOne}>
          {({ id }) => (
            <MemberPicker
              id={id}
              value={null}
              on={heldOn}
              onChange={(one) =>
                add([
                  {
                    memberId: one.id as MemberId,
                    name: one.name,
                    organizationName: '',
                    present: true,
                  },
                ])
              }
            />
          )}
        </Field>
      </div>
      {failed ? (
        <p className="sc-field-error" role="alert">
          {failed}
        </p>
      ) : null}
      <GroupError name="audience" />
      {audience.length > 0 ? (
        <>
          <p className="st-row st-quiet">
            {held ? t.form.tally(came, audience.length) : t.form.tallyInvited(audience.length)}
            {held && came < audience.length ? (
              <button
                type="button"
                className="sc-link"
                onClick={() => set(audience.map((one) => ({ ...one, present: true })))}
              >
                {t.form.allCame}
              </button>
            ) : null}
            <button type="button" className="sc-link" onClick={() => set([])}>
              {t.form.nobody}
            </button>
          </p>
          <ul className="st-marks">
            {audience.map((one, at) => (
              <li key={one.memberId} data-absent={held && !one.present}>
                {held ? (
                  <label>
                    <input
                      type="checkbox"
                      aria-label={t.form.cameLabel(one.name)}
                      checked={one.present}
                      onChange={({ target }) => change(one, { present: target.checked, part: '' })}
                    />
                    {one.name}
                  </label>
                ) : (
                  <span>{one.name}</span>
                )}
                {held && one.present ? (
                  <Part
                    person={one.name}
                    part={one.part}
                    name={`audience.${at}.minutes`}
                    whole={draft.minutes}
                    onChange={(part) => change(one, { part })}
                  />
                ) : null}
                <button
                  type="button"
                  className="sc-bare"
                  aria-label={t.form.remove(one.name)}
                  onClick={() => set(audience.filter((other) => other !== one))}
                >
                  <Mark name="cross" />
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <GuestFields draft={draft} onChange={onChange} />
    </fieldset>
  )
}

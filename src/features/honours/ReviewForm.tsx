import { Form, Input } from 'antd'
import type { FormInstance } from 'antd/es/form/index.js'
import { lastResolved } from '#domain/campaigns.rules.ts'
import { review, reviewResult, type CampaignRecord } from '#domain/campaigns.ts'
import { campaignsContract } from '#domain/campaigns.contract.ts'
import { ApiError, isApiError } from '#lib/apiError.ts'
import { dayInProse } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { useToday } from '#lib/session.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { Button } from '#ui/Button.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Mark } from '#ui/Mark.tsx'
import { ReasonButton } from '#ui/ReasonButton.tsx'
import { VerdictLine } from '#ui/VerdictLine.tsx'
import { toast } from '#ui/toasts.ts'
import { Agreed } from './Agreed.tsx'
import { NumberField } from './NumberField.tsx'
import type { StepFormProps } from './StepForm.tsx'
import { touched, useConflict } from './useMoves.ts'

/** 赞成 begins empty: a number that nobody gave is no vote. */
interface Votes {
  yes?: number
  no: number
  abstain: number
  proposed?: boolean
}
interface Typed {
  /** Before all branches have nominated, though they still could. */
  early?: boolean
  heldOn: string
  expected: number
  present: number
  opinions: string
  /** By nomination: one that comes or goes while the form is open moves nobody's votes to another. */
  results: Record<string, Votes>
}
const counts = ['yes', 'no', 'abstain'] as const

/** The committee's meeting: who came, what others said, and the votes on everybody. */
export function ReviewForm({ campaign, onClose }: StepFormProps) {
  const { honours: t } = useText()
  const today = useToday()
  const call = useCall(campaignsContract.review, touched)
  const conflict = useConflict()
  const { shape } = review
  const standing = campaign.nominations.filter(({ status }) =>
    ['nominated', 'proposed', 'not-proposed'].includes(status),
  )
  return (
    <CallDrawer<Typed>
      title={t.form.review}
      submitLabel={t.actions.review}
      initial={{
        heldOn: campaign.reviewedOn ?? today,
        expected: campaign.expected ?? undefined,
        present: campaign.present ?? undefined,
        opinions: campaign.opinions ?? undefined,
        results: Object.fromEntries(
          standing.map(({ id, yes, no, abstain, status }) => [
            id,
            {
              yes: yes ?? undefined,
              no: no ?? 0,
              abstain: abstain ?? 0,
              proposed: status !== 'not-proposed',
            },
          ]),
        ),
      }}
      draftKey={`review/${campaign.id}`}
      width={52}
      onClose={onClose}
      onRefused={conflict}
      onSend={async (given, key) => {
        const { early: _, ...typed } = given
        const results = standing.flatMap(({ id }) => {
          const result = typed.results[id]
          return result
            ? [
                {
                  nominationId: id,
                  ...result,
                  yes: result.yes ?? Number.NaN,
                  proposed: result.proposed === true,
                },
              ]
            : []
        })
        await call
          .mutateAsync({
            params: { id: campaign.id },
            version: campaign.version,
            body: { ...typed, results },
            key,
          })
          .catch((cause: unknown) => {
            throw atNominees(
              cause,
              results.map(({ nominationId }) => nominationId),
            )
          })
        toast.success(t.done.review)
        onClose()
      }}
    >
      {(form) => (
        <>
          <p className="pt-note">{t.form.reviewNote}</p>
          {campaign.silent && campaign.silent.total > 0 ? (
            <Early silent={campaign.silent} until={campaign.nominateTo} />
          ) : null}
          <Form.Item name="heldOn" label={t.form.heldOn} rules={zodRules(shape.heldOn)}>
            <DateField min={lastResolved(standing) ?? campaign.nominateFrom} max={today} />
          </Form.Item>
          <div className="pt-form-pair">
            <Form.Item name="expected" label={t.form.expected} rules={zodRules(shape.expected)}>
              <NumberField />
            </Form.Item>
            <Form.Item name="present" label={t.form.present} rules={zodRules(shape.present)}>
              <NumberField />
            </Form.Item>
          </div>
          <Form.Item
            name="opinions"
            label={t.fields.opinions}
            extra={t.form.opinionsHint}
            rules={zodRules(shape.opinions)}
          >
            <Input.TextArea rows={2} maxLength={2000} />
          </Form.Item>
          <Tally form={form} ids={standing.map(({ id }) => id)} quota={campaign.quota} />
          {standing.map((one) => (
            <fieldset key={one.id} className="hn-votes">
              <legend>
                {one.subjectName} <small>{one.organizationName}</small>
              </legend>
              {counts.map((name) => (
                <Form.Item
                  key={name}
                  name={['results', one.id, name]}
                  label={t.form[name]}
                  rules={zodRules(reviewResult.shape[name])}
                >
                  <NumberField />
                </Form.Item>
              ))}
              <Form.Item
                name={['results', one.id, 'proposed']}
                label={t.form.proposed}
                valuePropName="checked"
              >
                <input type="checkbox" />
              </Form.Item>
              <OneVote form={form} id={one.id} />
            </fieldset>
          ))}
        </>
      )}
    </CallDrawer>
  )
}

interface EarlyProps {
  silent: NonNullable<CampaignRecord['silent']>
  until: string
}

/** Branches that may still nominate are named, and shut out only by who says so. */
function Early({ silent: { names, total }, until }: EarlyProps) {
  const { honours: t, ui } = useText()
  return (
    <>
      <VerdictLine level="warning">
        {t.form.silent(dayInProse(until), total, names.join(ui.and), total > names.length)}
      </VerdictLine>
      <Form.Item
        name="early"
        valuePropName="checked"
        rules={[
          {
            validator: async (_, agreed: unknown) => {
              if (agreed !== true) throw new Error(t.form.earlyNeeded)
            },
          },
        ]}
      >
        <Agreed label={t.form.early} />
      </Form.Item>
    </>
  )
}

/** All who came voted for them. */
const agreeTo = (form: FormInstance<Typed>, ids: readonly string[], present: number) => {
  for (const id of ids) {
    form.setFieldValue(['results', id, 'yes'], present)
    form.setFieldValue(['results', id, 'no'], 0)
    form.setFieldValue(['results', id, 'abstain'], 0)
  }
  // What was asked for stands there now.
  void form.validateFields(ids.map((id) => ['results', id, 'yes'])).catch(() => undefined)
}

interface Counted {
  form: FormInstance<Typed>
}

function usePresent(form: FormInstance<Typed>): number | null {
  const present = Form.useWatch('present', form) as number | null | undefined
  return present && Number.isInteger(present) ? present : null
}

/** How many are on the list against the quota, while it is being made. */
function Tally({ form, ids, quota }: Counted & { ids: readonly string[]; quota: number }) {
  const { honours: t } = useText()
  const present = usePresent(form)
  const results = Form.useWatch('results', form) as Typed['results'] | undefined
  const listed = ids.filter((id) => results?.[id]?.proposed === true).length
  return (
    <div className="hn-tally">
      <span role="status" data-over={listed > quota}>
        {listed > quota ? <Mark name="alert" /> : null} {t.form.listed(listed, quota)}
      </span>
      <ReasonButton
        size="small"
        reason={present === null ? t.form.needPresent : null}
        onClick={() => agreeTo(form, ids, present ?? 0)}
      >
        {t.form.allAgree(present)}
      </ReasonButton>
    </div>
  )
}

/** One nominee: all in favour by a press, and what would keep them off the list. */
function OneVote({ form, id }: Counted & { id: string }) {
  const { honours: t } = useText()
  const present = usePresent(form)
  const expected = Form.useWatch('expected', form) as number | null | undefined
  const votes = Form.useWatch(['results', id], form) as Votes | undefined
  const short =
    votes?.proposed === true &&
    typeof votes.yes === 'number' &&
    typeof expected === 'number' &&
    votes.yes * 2 <= expected
  return (
    <div className="hn-vote">
      {present === null ? null : (
        <Button size="small" kind="text" onClick={() => agreeTo(form, [id], present)}>
          {t.form.agree(present)}
        </Button>
      )}
      {short ? (
        <span role="status">
          <Mark name="warn" /> {t.form.short(expected)}
        </span>
      ) : null}
    </div>
  )
}

/** The server names a nominee by the place in what was sent, the form by the nomination. */
function atNominees(cause: unknown, ids: readonly string[]): unknown {
  if (!isApiError(cause)) return cause
  const { code, status, message, detail } = cause
  const fields = Object.entries(cause.fields).map(([field, sentence]) => [
    field.replace(/(?<=^body\.results\.)\d+/, (at) => ids[Number(at)] ?? at),
    sentence,
  ])
  return new ApiError(code, status, { message, fields: Object.fromEntries(fields), detail })
}

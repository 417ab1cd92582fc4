import { Form } from 'antd'
import { useId, useState } from 'react'
import { honoursContract } from '#domain/honours.contract.ts'
import { newPortrait, type HonourRecord, type HonourRow } from '#domain/honours.ts'
import { pictureType } from '#domain/pictures.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { nameOfClass } from '#parts/nameOfClass.ts'
import { HonourFace } from './HonourFace.tsx'
import { fileLimit, makePortrait } from './makePortrait.ts'
import { Agreed } from './Agreed.tsx'
import { touched, useConflict } from './useMoves.ts'
import './face.css'

interface Typed {
  image?: string
  /** The earlier honour whose picture is used again; empty: a new file. */
  from?: string
  consented?: boolean
}
interface PortraitFormProps {
  honour: HonourRecord
  onClose: () => void
}

/** A portrait of the holder, seen before it is sent as it will hang. */
export function PortraitForm({ honour, onClose }: PortraitFormProps) {
  const { honours: t } = useText()
  const set = useCall(honoursContract.setPortrait, touched)
  const reuse = useCall(honoursContract.reusePortrait, touched)
  const earlier = earlierOf(honour)
  const conflict = useConflict()
  return (
    <CallDrawer<Typed>
      title={t.form.portrait(honour.subjectName)}
      submitLabel={t.portrait.save}
      initial={{}}
      onClose={onClose}
      onRefused={conflict}
      onSend={async ({ image, from }, key) => {
        const given = { params: { id: honour.id }, version: honour.version, key }
        const again = earlier.find(({ id }) => id === from)
        await (again
          ? reuse.mutateAsync({ ...given, body: { from: again.id, consented: true } })
          : set.mutateAsync({ ...given, body: { image: image ?? '' } }))
        onClose()
      }}
    >
      {(form) => (
        <>
          <div className="pt-note">{t.form.portraitNote}</div>
          {earlier.length > 0 ? (
            <Form.Item name="from" label={t.portrait.earlier}>
              <EarlierField
                earlier={earlier}
                onPress={() => form.setFieldValue('consented', false)}
              />
            </Form.Item>
          ) : null}
          <Form.Item noStyle dependencies={['from']}>
            {({ getFieldValue }) =>
              getFieldValue('from') ? (
                <Consent title={nameOfClass(t, honour.classCode, honour.className)} />
              ) : (
                <Form.Item
                  name="image"
                  label={t.form.portraitFile}
                  extra={t.form.portraitHint}
                  rules={zodRules(newPortrait.shape.image)}
                >
                  <PortraitField />
                </Form.Item>
              )
            }
          </Form.Item>
        </>
      )}
    </CallDrawer>
  )
}

/** Each picture once, the latest honour first. */
const earlierOf = ({ others, portrait }: HonourRecord): HonourRow[] => [
  ...new Map(
    others
      .filter((one) => one.portrait !== null && one.portrait !== portrait)
      .toReversed()
      .map((one) => [one.portrait, one]),
  ).values(),
]

/** Given for one picture and one use: for another picture it is asked again. */
function Consent({ title }: { title: string }) {
  const { honours: t } = useText()
  return (
    <Form.Item
      name="consented"
      valuePropName="checked"
      rules={[
        {
          validator: async (_, agreed: unknown) => {
            if (agreed !== true) throw new Error(t.portrait.consentNeeded)
          },
        },
      ]}
    >
      <Agreed label={t.portrait.consent(title)} />
    </Form.Item>
  )
}

/** As a form's field: `value` is the honour whose picture is used again. */
function EarlierField(props: {
  earlier: readonly HonourRow[]
  value?: string
  onChange?: (from: string | undefined) => void
  onPress: () => void
}) {
  const { earlier, value, onChange, onPress } = props
  const { honours: t } = useText()
  const group = useId()
  const choose = (from: string | undefined) => {
    onPress()
    onChange?.(from)
  }
  return (
    <div role="radiogroup" aria-label={t.portrait.earlier}>
      <label className="hn-earlier">
        <input type="radio" name={group} checked={!value} onChange={() => choose(undefined)} />
        {t.portrait.fresh}
      </label>
      {earlier.map((one) => (
        <label key={one.id} className="hn-earlier">
          <input
            type="radio"
            name={group}
            checked={value === one.id}
            onChange={() => choose(one.id)}
          />
          <HonourFace honour={one} />
          {t.portrait.earlierOf(nameOfClass(t, one.classCode, one.className), one.decidedOn)}
        </label>
      ))}
    </div>
  )
}

/** As a form's field: `value` is the picture as it will be sent. */
function PortraitField(props: {
  id?: string
  value?: string
  onChange?: (image: string | undefined) => void
}) {
  const { id, value, onChange } = props
  const { honours: t } = useText()
  const [wrong, setWrong] = useState<string | null>(null)
  const choose = async (file: File | undefined) => {
    if (!file) return
    const image = file.size > fileLimit ? null : await makePortrait(file)
    setWrong(image ? null : file.size > fileLimit ? t.form.portraitLarge : t.form.portraitWrong)
    onChange?.(image ?? undefined)
  }
  return (
    <div className="hn-portrait">
      <input
        id={id}
        type="file"
        accept={pictureType.options.join(',')}
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      {wrong ? (
        <p className="hn-wrong" role="alert">
          {wrong}
        </p>
      ) : null}
      {value ? (
        <img
          className="hb-portrait"
          src={`data:image/jpeg;base64,${value}`}
          alt={t.portrait.preview}
        />
      ) : null}
    </div>
  )
}

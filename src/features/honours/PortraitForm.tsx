import { Form } from 'antd'
import { useState } from 'react'
import { honoursContract } from '#domain/honours.contract.ts'
import { newPortrait, type HonourRecord } from '#domain/honours.ts'
import { pictureType } from '#domain/pictures.ts'
import { useText } from '#lib/i18n.ts'
import { useCall } from '#lib/queries.ts'
import { zodRules } from '#lib/zodRules.ts'
import { CallDrawer } from '#parts/CallDrawer.tsx'
import { fileLimit, makePortrait } from './makePortrait.ts'
import { touched, useConflict } from './useMoves.ts'
import './face.css'

interface Typed {
  image: string
}
interface PortraitFormProps {
  honour: HonourRecord
  onClose: () => void
}

/** A portrait of the holder, seen before it is sent as it will hang. */
export function PortraitForm({ honour, onClose }: PortraitFormProps) {
  const { honours: t } = useText()
  const set = useCall(honoursContract.setPortrait, touched)
  const conflict = useConflict()
  return (
    <CallDrawer<Typed>
      title={t.form.portrait(honour.subjectName)}
      submitLabel={t.portrait.save}
      initial={{}}
      onClose={onClose}
      onRefused={conflict}
      onSend={async (body, key) => {
        await set.mutateAsync({ params: { id: honour.id }, version: honour.version, body, key })
        onClose()
      }}
    >
      {() => (
        <>
          <div className="pt-note">{t.form.portraitNote}</div>
          <Form.Item
            name="image"
            label={t.form.portraitFile}
            extra={t.form.portraitHint}
            rules={zodRules(newPortrait.shape.image)}
          >
            <PortraitField />
          </Form.Item>
        </>
      )}
    </CallDrawer>
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

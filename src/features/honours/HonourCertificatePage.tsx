import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { honoursContract } from '#domain/honours.contract.ts'
import { useText } from '#lib/i18n.ts'
import { paths } from '#lib/paths.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { Failed } from '#parts/Failed.tsx'
import { CertificatePaper } from '#parts/CertificatePaper.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { becameOf } from './words.ts'
import './honours.css'

/** 荣誉证书, A4 across. */
export function Component() {
  const { honours: t, ui } = useText()
  const keep = useKeepScope()
  const { id = '' } = useParams()
  const found = useQuery(queryOptionsOf(honoursContract.certificate, { params: { id } }))
  if (found.isError) return <Failed query={found} />
  if (!found.data) return <SkeletonLines lines={10} />
  const one = found.data.certificate
  if (!one) return <StateBlock kind="empty" title={t.paper.none} />
  const isPerson = one.subject === 'member'
  return (
    <CertificatePaper
      landscape
      title={t.paper.title}
      number={t.paper.number(one.number)}
      back={{ to: keep(paths.honourRecords({ open: id })), name: t.records }}
      // 落款 is of the Party organization that decided, never of the office it belongs to.
      bureauName={one.awardedBy}
      issuedOn={one.decidedOn}
      issuedBy={one.issuedBy}
      check={t.paper.foot(one.number)}
      spoiled={found.data.state === 'valid' ? null : becameOf(t, found.data)}
    >
      <div>
        <p className="hn-to">
          {isPerson ? t.paper.comrade(one.subjectName) : t.paper.others(one.subjectName)}
        </p>
        <p>{t.paper[one.subject](one.className)}</p>
        <p>{t.paper.praise}</p>
        <p className="hn-document">
          {one.subject === 'organization' ? null : `${one.organizationName}${ui.comma}`}
          {t.paper.document(one.documentNumber)}
        </p>
        {one.crew.length > 0 ? <p className="hn-document">{one.crew.join(ui.and)}</p> : null}
      </div>
    </CertificatePaper>
  )
}

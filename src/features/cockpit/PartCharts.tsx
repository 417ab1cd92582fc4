import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import type { Cockpit, CockpitPart } from '#domain/cockpit.ts'
import type { CoverageRow } from '#domain/coverage.ts'
import { honourClassesContract } from '#domain/honours.contract.ts'
import { number } from '#lib/format.ts'
import { useText } from '#lib/i18n.ts'
import { queryOptionsOf } from '#lib/queries.ts'
import { useKeepScope } from '#lib/scope.ts'
import { nameOfClass } from '#parts/nameOfClass.ts'
import { Chart } from '#ui/chart/Chart.tsx'
import { ChartWait } from '#ui/chart/ChartWait.tsx'
import { byPart, byPartOption, folded } from './charts/byPart.ts'
import { coverageOption } from './charts/coverage.ts'
import { inRound } from './inRound.ts'
import { rowsOf } from './rows.ts'
import type { CockpitQueries } from './useCockpit.ts'
import { noteOf } from './words.ts'

/** rem: a line for each part beside the legend. */
const heightOf = (parts: number) => Math.max(12, 5 + parts * 2)

/** 荣誉 by part and class, as decided in the year and not revoked; a bar opens exactly those records. */
export function HonoursChart({ data, round }: { data: Cockpit; round: number | null }) {
  const { cockpit: t, honours } = useText()
  const keep = useKeepScope()
  const go = useNavigate()
  const classes = useQuery(queryOptionsOf(honourClassesContract.list))
  const kinds = useMemo(() => {
    const given = new Set(data.parts.flatMap(({ counts }) => counts.map(({ kind }) => kind)))
    const all = (classes.data ?? [])
      .map(({ code, name }) => ({ kind: `honour:${code}`, name: nameOfClass(honours, code, name) }))
      .filter(({ kind }) => given.has(kind))
    return folded(all, t.otherClasses)
  }, [classes.data, data.parts, honours, t.otherClasses])
  const shown = useMemo(
    () => inRound(byPart(data.parts, kinds, t.own), round),
    [data.parts, kinds, t.own, round],
  )
  const { rows } = shown
  const to = useMemo(
    () => (kinds: readonly string[], part: CockpitPart) =>
      keep(
        rowsOf.honours(
          kinds.map((kind) => kind.slice('honour:'.length)),
          part,
        ),
      ),
    [keep],
  )
  const option = useMemo(() => byPartOption(rows, kinds, 'exemplar', to), [rows, kinds, to])
  if (!classes.data)
    return (
      <ChartWait
        title={t.charts.honours}
        note={t.charts.honoursNote}
        height={heightOf(rows.length)}
        query={classes}
      />
    )
  return (
    <Chart
      title={t.charts.honours}
      note={noteOf(t.charts.honoursNote, shown, t)}
      empty={kinds.length > 0 ? undefined : t.charts.none.honours}
      height={heightOf(rows.length)}
      option={option}
      table={{
        columns: [t.part, ...kinds.map(({ name }) => name)],
        rows: rows.map(({ part, name, values }) => ({
          key: part.organizationId + String(part.isOwn),
          head: name,
          cells: kinds.map(({ kinds }, index) => ({
            text: number(values[index] ?? 0),
            to: values[index] ? to(kinds, part) : undefined,
          })),
        })),
      }}
      onOpen={(address) => void go(address)}
    />
  )
}

interface CoverageProps {
  data: Cockpit
  coverage: NonNullable<CockpitQueries['coverage']>
  /** Of the wall's pages (`inRound`). */
  round: number | null
}

/** 警示教育覆盖 of the parts; a bar opens the members that it counts. */
export function CoverageChart({ data, coverage, round }: CoverageProps) {
  const { cockpit: t } = useText()
  const keep = useKeepScope()
  const go = useNavigate()
  const to = useMemo(
    () => (organizationId: string, isReached: boolean) =>
      keep(rowsOf.reached(organizationId, isReached)),
    [keep],
  )
  // An organization without parts is its own only one.
  const shown = useMemo(() => {
    if (!coverage.data) return inRound<CoverageRow>([], null)
    const parts = coverage.data.rows.filter(({ roster }) => roster > 0)
    return inRound<CoverageRow>(parts.length > 0 ? parts : [coverage.data], round)
  }, [coverage.data, round])
  const { rows } = shown
  const option = useMemo(
    () => coverageOption(rows, { reached: t.reached, left: t.notReached, of: t.cell }, to),
    [rows, t, to],
  )
  if (!coverage.data)
    return (
      <ChartWait
        title={t.charts.coverage}
        note={t.charts.coverageNote}
        height={heightOf(data.parts.length)}
        query={coverage}
      />
    )
  return (
    <Chart
      title={t.charts.coverage}
      note={noteOf(t.charts.coverageNote, shown, t)}
      empty={rows.some(({ roster }) => roster > 0) ? undefined : t.charts.none.coverage}
      height={heightOf(rows.length)}
      option={option}
      table={{
        columns: [t.part, t.reached, t.notReached],
        rows: rows.map(({ organizationId, name, reached, roster }) => ({
          key: organizationId,
          head: name,
          cells: [
            { text: number(reached), to: to(organizationId, true) },
            { text: number(roster - reached), to: to(organizationId, false) },
          ],
        })),
      }}
      onOpen={(address) => void go(address)}
    />
  )
}

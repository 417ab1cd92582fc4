import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import type { LoaderFunction } from 'react-router'
import { download } from '#lib/download.ts'
import { useText, type Text } from '#lib/i18n.ts'
import { queryClient } from '#lib/queryClient.ts'
import { useUrlState } from '#lib/urlState.ts'
import { Button } from '#ui/Button.tsx'
import { Page, Section } from '#ui/Page.tsx'
import { SearchField } from '#ui/SearchField.tsx'
import { StateBlock } from '#ui/StateBlock.tsx'
import { EndpointEntry } from './EndpointEntry.tsx'
import { endpointsOf, openapiQuery, type Endpoint } from './openapi.ts'
import './system.css'
import './api.css'

const pageState = z.object({ q: z.string().trim().max(60).optional() })

export const loader: LoaderFunction = () => {
  void queryClient.prefetchQuery(openapiQuery)
  return null
}

export const endpointTitle = (
  { operationId }: Pick<Endpoint, 'operationId'>,
  { operations }: Text['system'],
): string => {
  const [noun = '', key = ''] = operationId.split('.')
  return (operations as Record<string, Record<string, string>>)[noun]?.[key] ?? operationId
}

/** The API as it is served, for reading; no script but ours. */
export function Component() {
  const { system, entry } = useText()
  const t = system.api
  const [{ q }, setState] = useUrlState(pageState)
  const document = useQuery(openapiQuery)
  const all = document.data ? endpointsOf(document.data) : []
  const text = (q ?? '').toLowerCase()
  const roleNames: Record<string, string> = entry.roles
  const found = all.filter((one) =>
    [
      endpointTitle(one, system),
      one.operationId,
      one.path,
      one.method,
      ...(one['x-roles'] ?? []).map((role) => roleNames[role] ?? role),
    ]
      .join(' ')
      .toLowerCase()
      .includes(text),
  )
  const nouns: Record<string, string> = system.nouns
  const tags = [...new Set(found.map(({ tags: [tag = ''] }) => tag))]
  const codes = (document.data?.components.schemas.Problem.properties?.code?.enum ?? []).map(String)

  return (
    <Page
      title={t.title}
      purpose={t.purpose}
      action={
        <Button disabled={!document.data} onClick={() => save(document.data)}>
          {t.download}
        </Button>
      }
      filters={
        <SearchField
          label={t.search}
          value={q ?? ''}
          pause={120}
          onChange={(next) => setState({ q: next || undefined })}
        />
      }
    >
      {document.isError ? (
        <StateBlock
          kind="error"
          title={document.error.message}
          onRetry={() => void document.refetch()}
        />
      ) : document.data === undefined ? (
        <StateBlock kind="loading" />
      ) : (
        <>
          <p className="sy-quiet">{t.version(document.data.info.version, found.length)}</p>
          {found.length === 0 ? (
            <StateBlock
              kind="filtered"
              title={t.none}
              onClearFilters={() => setState({ q: undefined })}
            />
          ) : null}
          {tags.map((tag) => (
            <Section key={tag} title={nouns[tag] ?? tag}>
              <div className="sy-endpoints">
                {found
                  .filter(({ tags: [first] }) => first === tag)
                  .map((endpoint) => (
                    <EndpointEntry
                      key={endpoint.operationId}
                      endpoint={endpoint}
                      title={endpointTitle(endpoint, system)}
                    />
                  ))}
              </div>
            </Section>
          ))}
          <Section title={t.problems}>
            <p>{t.refused}</p>
            <p className="sy-codes">
              {codes.map((code) => (
                <code key={code}>{code}</code>
              ))}
            </p>
          </Section>
        </>
      )}
    </Page>
  )
}

const save = (content: unknown): void =>
  download('openapi.json', JSON.stringify(content, null, 2), 'application/json')

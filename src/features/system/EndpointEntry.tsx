import { useState } from 'react'
import { useText } from '#lib/i18n.ts'
import { Mark } from '#ui/Mark.tsx'
import { isEmpty, schemaIn, type Endpoint, type Schema } from './openapi.ts'
import { SchemaTree, TypeName } from './SchemaTree.tsx'

/** One operation; what it takes and answers is drawn when it is opened. */
export function EndpointEntry({ endpoint, title }: { endpoint: Endpoint; title: string }) {
  const { system } = useText()
  const [open, setOpen] = useState(false)
  const { method, path } = endpoint
  const access = endpoint['x-access']
  const permission = endpoint['x-required-permission']
  const permissions: Record<string, string> = system.permissions
  const words =
    access === 'anyone'
      ? system.api.anyone
      : access === 'signed-in'
        ? system.api.signedIn
        : (permissions[permission ?? ''] ?? permission)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <Mark name="right" />
        <span className="sy-method" data-method={method}>
          {method}
        </span>
        <code className="sy-path">{path}</code>
        <span className="sy-endpoint-title">{title}</span>
        <small>{words}</small>
      </summary>
      {open ? <Content endpoint={endpoint} /> : null}
    </details>
  )
}

function Content({ endpoint }: { endpoint: Endpoint }) {
  const { system, entry } = useText()
  const t = system.api
  const roleNames: Record<string, string> = entry.roles
  const roles = endpoint['x-roles']
  const again = endpoint['x-password-again']
  const { parameters } = endpoint
  const body = schemaIn(endpoint.requestBody)
  return (
    <div className="sy-endpoint">
      {roles ? (
        <p>
          <b>{t.roles}</b>{' '}
          {roles.map((role) => roleNames[role] ?? role).join(system.parameters.listJoin)}
        </p>
      ) : null}
      {endpoint['x-audit'] ? (
        <p>
          <b>{t.audit}</b> {system.audit.actions[endpoint['x-audit']]}{' '}
          <code>{endpoint['x-audit']}</code>
        </p>
      ) : null}
      {again ? (
        <p>
          <b>{t.passwordAgain}</b>
          {again === true ? null : (
            <>
              {' '}
              <code>{JSON.stringify(again)}</code>
            </>
          )}
        </p>
      ) : null}
      {parameters.length > 0 ? (
        <>
          <h3>{t.parameters}</h3>
          <ul className="sy-fields">
            {parameters.map(({ name, in: place, required, schema }) => (
              <li key={`${place} ${name}`}>
                <code>{name}</code> <small>{t.in[place]}</small> <TypeName schema={schema} />{' '}
                <small>{required ? t.required : t.optional}</small>
                {t.headers[name] ? <p>{t.headers[name]}</p> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {endpoint.method === 'GET' || endpoint.method === 'DELETE' ? null : (
        <Folded title={t.body} schema={body} />
      )}
      <Folded title={t.answer} schema={schemaIn(endpoint.responses['200'])} />
    </div>
  )
}

function Folded({ title, schema }: { title: string; schema: Schema | undefined }) {
  const t = useText().system.api
  if (schema === undefined || isEmpty(schema)) {
    return (
      <p>
        <b>{title}</b> {t.noBody}
      </p>
    )
  }
  return (
    <details className="sy-schema">
      <summary>
        <Mark name="right" />
        <b>{title}</b> <TypeName schema={schema} />
      </summary>
      <SchemaTree schema={schema} />
    </details>
  )
}

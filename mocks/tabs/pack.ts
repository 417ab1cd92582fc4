/** A request and a response as plain data, for the way between two tabs. */
export interface PackedRequest {
  url: string
  method: string
  headers: [string, string][]
  body: string
}

export interface PackedResponse {
  status: number
  headers: [string, string][]
  /** Bytes: not every answer is text. */
  body: ArrayBuffer
}

export const packRequest = async (request: Request): Promise<PackedRequest> => ({
  url: request.url,
  method: request.method,
  headers: [...request.headers],
  body: await request.text(),
})

export const unpackRequest = ({ url, method, headers, body }: PackedRequest): Request =>
  new Request(url, { method, headers, ...(body !== '' && { body }) })

export const packResponse = async (response: Response): Promise<PackedResponse> => ({
  status: response.status,
  headers: [...response.headers],
  body: await response.arrayBuffer(),
})

export const unpackResponse = ({ status, headers, body }: PackedResponse): Response =>
  new Response(body, { status, headers })

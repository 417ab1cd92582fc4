import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Adds to package-lock.json the optional packages of other platforms that a partial registry does not
 * carry; `npm ci` refuses a lock file without them. To be run after a dependency changed on such a
 * machine: `node scripts/completeLock.ts`. Their entries have no integrity until a full registry fills it in.
 */
interface Entry {
  version?: string
  license?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

const systems = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'openharmony',
  'win32',
  'netbsd',
  'openbsd',
  'sunos',
  'aix',
]
const processors = [
  'arm',
  'arm64',
  'x64',
  'ia32',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
]

const file = 'package-lock.json'
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> }

/** Whether a package that stands at `place` finds `name` in its own or an outer node_modules. */
function isThere(place: string, name: string): boolean {
  for (let folder = place; ;) {
    if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
    if (!folder) return false
    const up = folder.lastIndexOf('/node_modules/')
    folder = up === -1 ? '' : folder.slice(0, up)
  }
}

function entryFor(name: string, version: string, parent: Entry): Entry | undefined {
  const words = (name.split('/').pop() ?? '').replace(/^binding-/, '').split('-')
  const os = words.find((word) => systems.includes(word))
  const cpu = words.find((word) => processors.includes(word))
  if (!os || !cpu || !/^\d/.test(version)) return undefined
  const last = words.at(-1) ?? ''
  const libc =
    os !== 'linux'
      ? undefined
      : last.startsWith('musl')
        ? ['musl']
        : last.startsWith('gnu')
          ? ['glibc']
          : undefined
  return {
    version,
    cpu: [cpu],
    ...(parent.dev && { dev: true }),
    ...(libc && { libc }),
    license: parent.license,
    optional: true,
    os: [os],
  }
}

for (const [place, parent] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (isThere(place, name)) continue
    const entry = entryFor(name, version, parent)
    if (entry) lock.packages[`node_modules/${name}`] = entry
    else process.stderr.write(`not understood: ${name} ${version}\n`)
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')),
)
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)

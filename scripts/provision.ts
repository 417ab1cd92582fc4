import { spawnSync } from 'node:child_process'
import { executable, findChromium } from './chromium.ts'
import { run } from './command.ts'
import { findPostgres, oldestPostgres } from './postgres.ts'

/** A thing of the machine that some stages cannot do without. */
export type Need = 'chromium' | 'fonts' | 'postgres'

type Supply = { there: () => boolean; packages: string[]; english: string; chinese: string }

const supplies: Record<Need, Supply> = {
  chromium: {
    there: () => {
      const path = findChromium()
      // Some systems put a stub there that only tells how to install the browser.
      return path !== undefined && spawnSync(path, ['--version']).status === 0
    },
    packages: ['chromium'],
    english: 'Chromium (Debian package "chromium", or the path of one in CHROMIUM_PATH)',
    chinese: 'Chromium（Debian 软件包 chromium，或用 CHROMIUM_PATH 指明路径）',
  },
  fonts: {
    there: () =>
      process.platform !== 'linux' ||
      Boolean(spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim()),
    packages: ['fontconfig', 'fonts-noto-cjk'],
    english: 'a Chinese font (Debian packages "fontconfig" and "fonts-noto-cjk")',
    chinese: '中文字体（Debian 软件包 fontconfig 和 fonts-noto-cjk）',
  },
  postgres: {
    there: () => Boolean(process.env.TEST_DATABASE_URL) || findPostgres() !== undefined,
    packages: ['postgresql'],
    english: `PostgreSQL ${oldestPostgres} or later (Debian package "postgresql", or a superuser's URL in TEST_DATABASE_URL)`,
    chinese: `PostgreSQL ${oldestPostgres} 或更高版本（Debian 软件包 postgresql，或用 TEST_DATABASE_URL 给出超级用户的连接地址）`,
  },
}

/**
 * Finds each need on this machine, or installs it where apt may.
 * @returns undefined when all is there, else the one sentence (in both languages) that says what to install
 */
export async function provision(needs: Need[]): Promise<string | undefined> {
  let missing = needs.filter((need) => !supplies[need].there())
  if (missing.length > 0 && process.getuid?.() === 0 && executable('apt-get')) {
    await install(missing.flatMap((need) => supplies[need].packages))
    missing = missing.filter((need) => !supplies[need].there())
  }
  if (missing.length === 0) return undefined
  const english = missing.map((need) => supplies[need].english).join(', and ')
  const chinese = missing.map((need) => supplies[need].chinese).join('，以及')
  return `Please install ${english}, then run again. / 请先安装${chinese}，再重新运行。`
}

async function install(packages: string[]): Promise<void> {
  console.log(`  apt-get install ${packages.join(' ')}`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const updated = await run('apt-get', ['update', '-q'], { env })
  const args = ['install', '-q', '-y', '--no-install-recommends', ...packages]
  const installed = await run('apt-get', args, { env })
  if (installed.code !== 0) console.log(updated.output + installed.output)
}

if (import.meta.main) {
  const problem = await provision(['chromium', 'fonts', 'postgres'])
  if (problem) {
    console.error(problem)
    process.exitCode = 1
  }
}

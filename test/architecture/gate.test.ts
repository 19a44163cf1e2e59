/**
 * The gate itself: that it stops where it must, says the count as its last line, and sees through a broken lock file.
 */
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockFaults } from '../../build/check-lock.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { root, workbench } from '../support/workbench.ts'

type Manifest = Parameters<typeof lockFaults>[0]
type Lock = Parameters<typeof lockFaults>[1]

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock

test('the gate stops at the first step that fails and counts', () => {
  const bench = workbench(temporaryFolder())
  bench.plant({ 'shared/ugly.ts': 'export const a   =  1;\n' })
  const { code, output, stdout } = bench.run('node', 'build/check.ts', '--fast')
  expect(code).toBe(1)
  expect(output).toContain('== lock file: ok')
  expect(output).toContain('== format: FAILED')
  expect(output).not.toContain('== types')
  expect(stdout.trimEnd().split('\n').at(-1)).toBe('1 passed, 1 failed')
})

test('the hook runs the gate', () => {
  expect(readFileSync(join(root, 'build/hooks/pre-push'), 'utf8')).toContain('npm test -- --fast')
})

test('our lock file is sound', () => {
  expect(lockFaults(manifest, lock)).toEqual([])
})

test('a platform package the lock lacks is named', () => {
  const name = 'node_modules/@oxlint/binding-win32-x64-msvc'
  expect(lock.packages).toHaveProperty([name])
  const { [name]: _, ...packages } = lock.packages
  expect(lockFaults(manifest, { packages })).toContain(
    'node_modules/oxlint wants @oxlint/binding-win32-x64-msvc, which the lock lacks',
  )
})

test('a registry host, a range, a missing pillar, a second version and a lock that is behind are named', () => {
  const packages = {
    ...lock.packages,
    'node_modules/zod': { version: '4.6.7', resolved: 'https://registry.example/zod.tgz' },
    'node_modules/x/node_modules/@mantine/core': { version: '9.7.4' },
  }
  const { zustand: _, ...devDependencies } = manifest.devDependencies ?? {}
  const wrong = { ...manifest, devDependencies: { ...devDependencies, react: '^19.0.0' } }
  expect(lockFaults(wrong, { packages })).toEqual([
    'zustand is not a direct dependency',
    'react is not pinned to one version: ^19.0.0',
    `react is ^19.0.0, the lock says ${manifest.devDependencies?.['react']}`,
    "zustand is in the lock's root, not in package.json",
    'node_modules/zod names a registry host: https://registry.example/zod.tgz',
    'more than one version of @mantine: 9.7.3, 9.7.4',
  ])
})

test('a generated file that is stale fails, is written anew, and then passes', () => {
  const bench = workbench(temporaryFolder())
  for (const room of ['shared', 'db']) cpSync(join(root, room), join(bench.folder, room), { recursive: true })
  bench.plant({ 'db/schema.sql': '-- old\n' })
  expect(bench.run('node', 'build/generate.ts', '--check')).toMatchObject({ code: 1 })
  expect(readFileSync(join(bench.folder, 'db/schema.sql'), 'utf8')).toContain('Generated from')
  expect(bench.run('node', 'build/generate.ts', '--check')).toMatchObject({ code: 0, output: '' })
  rmSync(join(bench.folder, 'db/schema.sql'))
  expect(bench.run('node', 'build/generate.ts', '--check')).toMatchObject({ code: 1 })
})

/** The one place that decides what day it is in an office. */
import { expect, test } from 'vitest'
import type { Clock } from '../../../electron/clock.ts'
import { openOfficeClock, type SeenDate } from '../../../electron/office/office-clock.ts'

const BUILT = '2026-11-01'

/** A computer whose clock the test sets, and a store that remembers; `open` is one unlocking. */
function aComputer(newest: string | null = null) {
  const time = { at: '2026-12-01T02:00:00Z' }
  const store: { seen: SeenDate | null; newest: string | null } = { seen: null, newest }
  const clock: Clock = { at: () => time.at, today: () => time.at.slice(0, 10), mayBeWrong: true }
  const memory = {
    newest: () => store.newest,
    seen: () => store.seen,
    keep: (seen: SeenDate) => {
      store.seen = seen
    },
  }
  return {
    store,
    set: (at: string) => {
      time.at = at
    },
    open: () => {
      const opened = openOfficeClock(clock, memory, BUILT)
      opened.remember()
      return opened
    },
  }
}

test('a computer that is right is believed, and its day remembered', () => {
  const computer = aComputer('2026-11-20T03:00:00Z')
  const clock = computer.open()
  expect([clock.today(), clock.at(), clock.doubt()]).toEqual(['2026-12-01', '2026-12-01T02:00:00Z', null])
  expect(computer.store.seen).toEqual({ at: '2026-12-01T02:00:00Z', ahead: 0 })
})

test('a day that was said holds from one unlocking to the next, going on with the clock', () => {
  const computer = aComputer('2026-11-20T03:00:00Z')
  computer.set('2020-01-01T02:00:00Z')
  const clock = computer.open()
  expect(clock.doubt()).toMatchObject({ why: 'beforeBuild' })
  expect(clock.today()).toBe('2026-11-20')
  expect(computer.store.seen).toBeNull()
  clock.correct('2026-12-05')
  expect([clock.today(), clock.at(), clock.doubt()]).toEqual(['2026-12-05', '2026-12-05T02:00:00Z', null])
  clock.remember()
  computer.set('2020-01-02T01:00:00Z')
  expect(clock.today()).toBe('2026-12-06')
  clock.remember()
  const next = computer.open()
  expect([next.today(), next.doubt()]).toEqual(['2026-12-06', null])
})

test('a clock that was turned back after a day was said is in doubt again', () => {
  const computer = aComputer()
  computer.set('2020-01-01T09:00:00Z')
  const clock = computer.open()
  clock.correct('2026-12-05')
  clock.remember()
  // A computer without a battery begins anew each morning.
  computer.set('2020-01-01T00:02:00Z')
  expect(computer.open().doubt()).toMatchObject({ why: 'beforeBuild' })
})

test('entries recorded after the clock was last seen show that it was turned back', () => {
  const computer = aComputer()
  computer.set('2020-01-01T01:00:00Z')
  const clock = computer.open()
  clock.correct('2026-12-05')
  clock.remember()
  computer.store.newest = '2026-12-05T09:00:00Z'
  computer.set('2020-01-01T02:00:00Z')
  expect(computer.open().doubt()).toMatchObject({ why: 'beforeBuild' })
})

test('once the clock agrees again it counts, also in the middle of a session', () => {
  const computer = aComputer('2026-11-20T03:00:00Z')
  computer.set('2031-01-01T02:00:00Z')
  const clock = computer.open()
  expect(clock.doubt()).toMatchObject({ why: 'jump', against: '2026-11-20' })
  clock.correct('2026-12-01')
  expect(clock.today()).toBe('2026-12-01')
  computer.set('2026-12-01T03:00:00Z')
  expect([clock.today(), clock.at(), clock.doubt()]).toEqual(['2026-12-01', '2026-12-01T03:00:00Z', null])
  computer.set('2026-12-02T03:00:00Z')
  expect([clock.today(), clock.doubt()]).toEqual(['2026-12-02', null])
})

test('a clock that was given is never doubted', () => {
  const given = { at: () => '2001-01-01T01:00:00Z', today: () => '2001-01-01' }
  const memory = { newest: () => '2026-11-20T03:00:00Z', seen: () => null, keep: () => expect.unreachable() }
  const clock = openOfficeClock(given, memory, BUILT)
  clock.remember()
  expect([clock.today(), clock.doubt()]).toEqual(['2001-01-01', null])
})

test('a day that could not be kept is kept as soon as there is room', () => {
  let isFull = true
  const kept: SeenDate[] = []
  const clock = openOfficeClock(
    { at: () => '2026-12-01T02:00:00Z', today: () => '2026-12-01', mayBeWrong: true },
    {
      newest: () => null,
      seen: () => null,
      keep: (seen) => {
        if (isFull) throw new Error('the disk is full')
        kept.push(seen)
      },
    },
    BUILT,
  )
  expect(() => clock.remember()).toThrow('the disk is full')
  isFull = false
  clock.remember()
  clock.remember()
  expect(kept).toEqual([{ at: '2026-12-01T02:00:00Z', ahead: 0 }])
})

/**
 * The strict tar of shared/bundle/tar.ts over streams: files in, one source of bytes out, and back again one member at
 * a time. Nothing is held but the chunk in hand.
 */
import { bundleLayout } from '../../shared/bundle/layout.ts'
import { readTar, tarEnd, tarHeader, tarPadding, type TarEvent, type TarFault } from '../../shared/bundle/tar.ts'
import type { Result } from '../../shared/base/result.ts'
import { BundleFault } from './fault.ts'

/** A file to be put in an archive. `size`: exactly how many bytes `open` will give. */
export type TarInput = {
  readonly name: string
  readonly size: number
  readonly open: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/** A file found in an archive. Its body must be read, if at all, before the next member is asked for. */
export type TarMember = { readonly name: string; readonly size: number; readonly body: AsyncIterable<Uint8Array> }

/** The bytes of an archive of these files. @throws Error when a file does not have the size it was announced with. */
export async function* writeTar(files: Iterable<TarInput>): AsyncGenerator<Uint8Array, void, undefined> {
  let written = 0
  for (const file of files) {
    yield tarHeader(file.name, file.size)
    let bytes = 0
    for await (const chunk of file.open()) {
      bytes += chunk.length
      if (bytes > file.size) break
      yield chunk
    }
    if (bytes !== file.size) throw new Error(`tar: ${file.name} gave other than ${file.size} bytes`)
    const padding = tarPadding(file.size)
    if (padding.length > 0) yield padding
    written += 512 + file.size + padding.length
  }
  yield tarEnd(written)
}

/**
 * The members of a bundle's archive, in order. A body not read to its end is skipped; leaving one early does not close
 * the archive. When the generator ends, the archive has ended as it must.
 * @throws BundleFault B_LAYOUT; what the source throws
 */
export async function* readMembers(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarMember, void, undefined> {
  const events = tarEvents(source)
  try {
    for (let next = await events.next(); next.done !== true; next = await events.next()) {
      const event = next.value
      if (event.type !== 'member') continue
      const body = bodyOf(events)
      yield { name: event.name, size: event.size, body }
      await drain(body)
    }
  } finally {
    await events.return(undefined)
  }
}

/** Reads a source to its end for what happens on the way. */
export async function drain(source: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of source) void chunk
}

// An iterator without `return`: a reader that stops early leaves the rest to be drained, not the archive closed.
function bodyOf(events: AsyncGenerator<TarEvent, void, undefined>): AsyncIterable<Uint8Array> {
  let isDone = false
  const next = async (): Promise<IteratorResult<Uint8Array, undefined>> => {
    const part = isDone ? undefined : await events.next()
    if (part !== undefined && part.done !== true && part.value.type === 'data') {
      return { done: false, value: part.value.bytes }
    }
    isDone = true
    return { done: true, value: undefined }
  }
  return { [Symbol.asyncIterator]: () => ({ next }) }
}

async function* tarEvents(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarEvent, void, undefined> {
  const reader = readTar(bundleLayout())
  for await (const chunk of source) yield* taken(reader.push(chunk))
  taken(reader.finish())
}

function taken<T>(result: Result<T, TarFault>): T {
  if (!result.ok) throw new BundleFault({ code: 'B_LAYOUT', ...result.error })
  return result.value
}

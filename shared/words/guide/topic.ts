/**
 * The shape of the user guide: topics in the order of the work, each with short steps. Names of buttons and pages stand in
 * curly quotes and are those of the window; a test holds them together.
 */

/** One topic. */
export type GuideTopic = {
  /** In addresses. */
  readonly id: string
  readonly title: string
  /** Path of the page the topic is about. */
  readonly page?: string
  readonly steps: readonly string[]
  /** What to know besides. */
  readonly notes?: readonly string[]
}

/** Topics of one part of the work. */
export type GuideChapter = { readonly title: string; readonly topics: readonly GuideTopic[] }

/**
 * A paper that the program does not make: the committee's resolution on somebody whose branch has not agreed by two
 * thirds. The refusal says so in a sentence, with the articles it rests on.
 */
import { join } from 'node:path'
import { DOCUMENT_NAMES } from '../../shared/words/documents.ts'
import { refusalSentence } from '../../shared/words/vi.ts'
import { dossiersOf, namesOf, type Story } from './story.ts'

/** Asks for the paper, and keeps what the program answered. */
export async function askForBlockedPaper(story: Story): Promise<void> {
  const { world } = story
  for (const dossier of dossiersOf(story, 'short').slice(0, 1)) {
    const refusal = await dossier.keeper.refused('document.make', {
      kind: 'committeeResolution',
      case: dossier.case,
      to: join(world.scanFolder, 'nghi-quyet.docx'),
      why: 'Dự thảo nghị quyết của đảng ủy',
    })
    if (refusal.code !== 'BLOCKED') throw new Error(`a paper on a short vote: ${refusal.code}`)
    const sentence = refusalSentence(refusal)
    const paper = DOCUMENT_NAMES.committeeResolution
    const articles = [...new Set(refusal.data.findings.map(({ article }) => article))]
    story.refusedPaper = { case: dossier.case, paper, sentence, articles }
    world.tell(`Phần mềm không lập “${paper}” cho ${namesOf([dossier])}: ${sentence}`)
  }
}

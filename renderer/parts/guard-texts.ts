/**
 * Free text on a page that goes to paper: whatever a person typed, wherever the page shows it, may say an identity number,
 * religion or a relative. Looked for in the texts as they stand, so that no block of a page can be forgotten; what is known
 * to say one of them is marked where it is drawn (guardedMark).
 */
import { guardedIn } from '../../shared/documents/guarded.ts'

/**
 * Marks what print.css leaves out of a printed page until its tick is set; marks of a time before are taken away.
 * @param page - all that is printed
 * @param relatives - names of those declared in the CV
 */
export function guardTexts(page: Element, relatives: readonly string[]): void {
  for (const each of page.querySelectorAll<HTMLElement>('[data-said]')) delete each.dataset['said']
  const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
  while (texts.nextNode() !== null) {
    const { parentElement: holder, textContent } = texts.currentNode
    const said = guardedIn(textContent ?? '', relatives)
    // The name of the person it is all about stays, though a relative may bear the same.
    if (holder === null || said.length === 0 || holder.closest('h1') !== null) continue
    const before = holder.dataset['said']?.split(' ') ?? []
    holder.dataset['said'] = [...new Set([...before, ...said])].join(' ')
  }
}

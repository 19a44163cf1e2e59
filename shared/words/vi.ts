/**
 * What other rooms take from the words: the one barrel of the house, so that a page has one place to look for its
 * Vietnamese. Nothing is said here.
 */
export { actionText } from './actions.ts'
export { actorName, withBodies } from './bodies.ts'
export * from './documents.ts'
export * from './exchange.ts'
export { fieldLabel, hasFieldLabel, problemText } from './fields.ts'
export { findingAdvice, findingSentence, findingWithArticle, type FindingFact } from './findings.ts'
export { impossibleSentence } from './impossible.ts'
export * from './inputs.ts'
export * from './labels.ts'
export * from './labels-before.ts'
export * from './labels-journal.ts'
export * from './labels-rules.ts'
export * from './list-columns.ts'
export * from './paste.ts'
export * from './machine.ts'
export * from './rule-values.ts'
export { officeAdvice, officeSentence } from './office-findings.ts'
export { refusalSentence } from './refusals.ts'
export { profileText } from './profile-text.ts'
export * from './show.ts'

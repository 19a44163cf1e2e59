/**
 * A document on screen as it will read on paper: the same model that is written to Word.
 */
import type { Block, DocumentModel, Signature } from '../../shared/documents/model.ts'
import { PARTY } from '../../shared/documents/model.ts'
import './document.css'

/** A document. */
export function DocumentView({ model }: { readonly model: DocumentModel }) {
  const [first, second] = model.signatures
  return (
    <article className="document" aria-label="Văn bản xem trước">
      <header className="document-head">
        <div>
          <div className="document-upper">{model.superior}</div>
          <div className="document-upper">
            <strong>{model.issuer}</strong>
          </div>
          <div>*</div>
          {model.number !== null && <div>{model.number}</div>}
          {model.type === null && <div className="document-about">{model.summary}</div>}
        </div>
        <div>
          <span className="document-party">{model.heading ?? PARTY}</span>
          <div>
            <em>{model.placeAndDate}</em>
          </div>
        </div>
      </header>
      {model.type !== null && (
        <div className="document-title">
          <div className="type">{model.type}</div>
          <div>{model.summary}</div>
          <div aria-hidden>-----</div>
        </div>
      )}
      {model.to.length > 0 && <p style={{ textAlign: 'center', margin: '14px 0' }}>Kính gửi: {model.to.join('; ')}</p>}
      <Blocks blocks={model.body} />
      <footer className="document-end">
        {second !== undefined && first !== undefined ? (
          <Sign signature={first} />
        ) : (
          <div className="document-copies">
            {model.copies.length > 0 && <u>Nơi nhận:</u>}
            {model.copies.map((copy) => (
              <div key={copy}>- {copy}</div>
            ))}
          </div>
        )}
        {(second ?? first) !== undefined && <Sign signature={second ?? first} />}
      </footer>
      {model.annexes.map(({ title, note, blocks }) => (
        <section key={title} className="document-annex" aria-label={title}>
          <div className="document-title">
            <div className="type">{title}</div>
            <em style={{ fontWeight: 400 }}>({note})</em>
          </div>
          <Blocks blocks={blocks} />
        </section>
      ))}
    </article>
  )
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <div className="document-body">
      {blocks.map((block, place) =>
        block.type === 'table' ? (
          <table key={place}>
            <thead>
              <tr>
                {block.columns.map(({ title }) => (
                  <th key={title}>{title}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <p key={place} className={block.style}>
            {block.runs.map((run, index) => (run.bold === true ? <b key={index}>{run.text}</b> : run.text))}
          </p>
        ),
      )}
    </div>
  )
}

function Sign({ signature }: { readonly signature: Signature | undefined }) {
  if (signature === undefined) return null
  return (
    <div className="document-sign">
      {signature.authority.map((line) => (
        <div key={line}>
          <strong>{line}</strong>
        </div>
      ))}
      <div className="document-upper">{signature.post}</div>
      <div className="name">{signature.name}</div>
    </div>
  )
}

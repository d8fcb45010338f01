/** What a user set, to be set again wherever everything begins anew. */
export class Settings<Session> {
  private readonly all = new Map<string, (session: Session) => void>()

  /** Does it now and remembers it; the same thing set again takes the place of what was. */
  set(name: string, session: Session, apply: (session: Session) => void): void {
    apply(session)
    this.add(name, apply)
  }

  /** Only remembers it. */
  add(name: string, apply: (session: Session) => void): void {
    this.all.delete(name)
    this.all.set(name, apply)
  }

  forget(isMeant: (name: string) => boolean): void {
    for (const name of [...this.all.keys()]) if (isMeant(name)) this.all.delete(name)
  }

  repeat(session: Session): void {
    for (const apply of this.all.values()) apply(session)
  }
}

/** Types of the script that bundles the public doors for Node. */

/** Files of this repository by the name that they get in `outdir`. */
type Doors = Readonly<Record<string, string>>

export interface DoorBundle {
  readonly doors: Doors
  readonly programs: Doors
  readonly outdir?: string
}

export function bundleDoors(bundle: DoorBundle): Promise<void>

/** Arrays by which an element knows its replica. No model can use these names. */

/** The number of a cell or connection within its replica. */
export const cellInReplica = '$cell'

/** The seed of its replica. */
export const seedOfReplica = '$seed'

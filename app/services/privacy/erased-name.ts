/** What stands where the name of somebody who was erased stood. */
export const erasedName = 'Somebody who has left';

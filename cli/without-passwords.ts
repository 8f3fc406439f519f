// Takes passwords out of what is printed: a command line may have one in the address of a queue.

/** From the `//` of an address to the last @ before the next space, so that a password with an @ of its own goes as well. */
export const withoutPasswords = (text: string): string => text.replace(/(\brediss?:\/\/)\S*@/gi, '$1…@');

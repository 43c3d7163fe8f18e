/** A web or an e-mail address in running text, the first group a web address; the stop behind it is none of it. */
export const address = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}’”»])|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/g;

/** Puts a text on the clipboard. Gives false when the browser doesn't let it. */
export async function copyText(text: string): Promise<boolean> {
  // Browsers give the clipboard on https and localhost alone; elsewhere the older way still works.
  if (navigator.clipboard)
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'sr-only'
  // Within an open dialog only what is in it can be selected.
  const dialog = document.querySelector('dialog[open]') ?? document.body
  dialog.append(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  return copied
}

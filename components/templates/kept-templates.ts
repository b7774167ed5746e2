import type { Step } from '#lib/domain/programme.ts'

/** A programme to begin another kick-off with, kept on this device under a name. */
export type Template = { name: string; steps: Step[] }

const KEY = 'mozaiek-templates'
/** The oldest goes when there are more. */
const TEMPLATES_MAX = 20
export const TEMPLATE_NAME_MAX = 80

/** Those on this device, the newest first; none where the browser keeps nothing. */
export function readTemplates(): Template[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isTemplate) : []
  } catch {
    return []
  }
}

/** Whether the browser kept it; in the place of one of the same name. */
export function keepTemplate(template: Template): boolean {
  const others = readTemplates().filter(({ name }) => name !== template.name)
  return write([template, ...others].slice(0, TEMPLATES_MAX))
}

export function dropTemplate(name: string): void {
  write(readTemplates().filter(each => each.name !== name))
}

function write(all: readonly Template[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(all))
    return true
  } catch {
    return false
  }
}

/** What its steps hold is judged by the server, as anybody's. */
const isTemplate = (each: unknown): each is Template =>
  typeof each === 'object' &&
  each !== null &&
  'name' in each &&
  typeof each.name === 'string' &&
  'steps' in each &&
  Array.isArray(each.steps)

import { statementTemplateSchema } from './schema.ts'
import template from './statement-template.json' with { type: 'json' }

/** The statement's sections, in their order. */
export const statementTemplate = statementTemplateSchema.parse(template)

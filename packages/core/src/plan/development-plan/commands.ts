import { command } from '@pembinaan/event-sourcing';
import * as z from 'zod';
import {
  DevelopmentPlanDrafted,
  DevelopmentPlanEstablished,
  DevelopmentPlanReturned,
  PlanItemAdded,
  PlanItemRemoved,
} from './events.js';

export const DraftDevelopmentPlan = command(
  'DraftDevelopmentPlan',
  DevelopmentPlanDrafted.schema.omit({ draftedBy: true }),
);
export const AddPlanItem = command('AddPlanItem', PlanItemAdded.schema.omit({ addedBy: true }));
export const RemovePlanItem = command('RemovePlanItem', PlanItemRemoved.schema.omit({ removedBy: true }));
export const SubmitDevelopmentPlan = command('SubmitDevelopmentPlan', z.strictObject({}));
export const ReturnDevelopmentPlan = command(
  'ReturnDevelopmentPlan',
  DevelopmentPlanReturned.schema.omit({ returnedBy: true }),
);
export const EstablishDevelopmentPlan = command(
  'EstablishDevelopmentPlan',
  DevelopmentPlanEstablished.schema.omit({ establishedBy: true }),
);

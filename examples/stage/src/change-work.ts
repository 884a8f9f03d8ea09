import {
  AssignImprovementAction,
  CompleteImprovementAction,
  changeSupportId,
  GiveChangeSupport,
  ObserveChangeResistance,
} from '@pembinaan/core';
import { documentHash } from './documents.js';
import type { Office } from './office.js';
import type { PembinaanCommand, Stage } from './stage.js';

type DataOf<T extends PembinaanCommand['type']> = Extract<PembinaanCommand, { type: T }>['data'];

/** Resistance as it was observed in a unit. */
export type Resistance = Omit<DataOf<'ObserveChangeResistance'>, 'observationId'>;

/** The command that records an observation of resistance, under an id that unit, subject and day give. */
export function observation(resistance: Resistance): PembinaanCommand {
  const { unitId, about, observedOn } = resistance;
  return ObserveChangeResistance({ ...resistance, observationId: `${unitId}-resistensi-${about}-${observedOn}` });
}

/** The evaluator observes how strongly a unit resists a change; of a unit, never of a person (R39). */
export async function observeResistance(stage: Stage, office: Office, resistance: Resistance): Promise<void> {
  const { unitId, observedOn } = resistance;
  stage.on(observedOn);
  await office
    .as(office.who.evaluator)
    .does(changeSupportId(unitId, Number(observedOn.slice(0, 4))), observation(resistance));
}

/** Support that a unit was given in a change. */
export type Support = Omit<DataOf<'GiveChangeSupport'>, 'supportId'>;

/** The office supports a unit in a change, by education, outreach, example, evidence or mentoring. */
export async function giveSupport(stage: Stage, office: Office, support: Support): Promise<void> {
  const { unitId, kind, about, date } = support;
  stage.on(date);
  await office
    .as(office.who.organiser)
    .does(
      changeSupportId(unitId, Number(date.slice(0, 4))),
      GiveChangeSupport({ ...support, supportId: `${unitId}-dukungan-${kind}-${about}-${date}` }),
    );
}

/** The head of the unit assigns an action that improves a service or a programme. */
export async function assignImprovement(
  stage: Stage,
  office: Office,
  on: string,
  actionId: string,
  action: DataOf<'AssignImprovementAction'>,
): Promise<void> {
  stage.on(on);
  await office.as(office.who.head).does(actionId, AssignImprovementAction(action));
}

/** An improvement action is completed: the verifier, and not its owner, has looked at the evidence. */
export async function completeImprovement(stage: Stage, office: Office, on: string, actionId: string): Promise<void> {
  stage.on(on);
  await office
    .as(office.who.verifier)
    .does(actionId, CompleteImprovementAction({ evidenceHash: documentHash(`bukti ${actionId}`) }));
}

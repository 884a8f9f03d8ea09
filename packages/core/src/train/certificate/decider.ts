import { decider } from '@pembinaan/event-sourcing';
import { beneficiary, G02, independentOf, inStatus, reasoned } from '../../governance/rules/index.js';
import {
  certificateKey,
  certificateNumbers,
  participantCertificates,
  participantKey,
} from '../../registers/certificate-numbers.js';
import { evidenceKey, evidenceUsed } from '../../registers/evidence-used.js';
import { makerOf } from '../../values/acts.js';
import { batchState } from '../batch/state.js';
import { IssueCertificate, RevokeCertificate } from './commands.js';
import { CertificateIssued, CertificateRevoked } from './events.js';
import { mayBeIssued } from './rules.js';
import { certificateState } from './state.js';

export const certificate = decider(certificateState, { commands: [IssueCertificate, RevokeCertificate] })
  .facts({
    IssueCertificate: (_, { data }) => ({
      batch: batchState.at(data.batchId),
      sameNumber: certificateNumbers.at(certificateKey(data.issuer, data.number)),
      sameParticipant: participantCertificates.at(participantKey(data.batchId, data.employeeId)),
      evidence: evidenceUsed.at(evidenceKey(data.employeeId, data.documentHash)),
    }),
  })
  .decide({
    IssueCertificate: (state, command, { batch, sameNumber, sameParticipant, evidence }) => {
      const { data } = command;
      if (state.status !== 'none') return G02.refuse('alreadyExists', { what: 'certificate', id: command.streamId });
      if (batch.status === 'none') return G02.refuse('notFound', { what: 'batch', id: data.batchId });
      const { programId, form, jp, period } = batch;
      return (
        inStatus('batch', batch, 'scheduled', 'completed') ??
        independentOf(command, [beneficiary(data.employeeId)]) ??
        mayBeIssued(data, batch, {
          sameNumber: sameNumber.certificateIds,
          sameParticipant: sameParticipant.certificateIds,
          claims: evidence.claimIds,
        }) ?? [CertificateIssued({ ...data, programId, form, jp, period, issuedBy: makerOf(command) })]
      );
    },

    RevokeCertificate: (state, command) => {
      if (state.status === 'none') return G02.refuse('notFound', { what: 'certificate', id: command.streamId });
      const { employeeId, programId, batchId, issuedBy } = state;
      return (
        inStatus('certificate', state, 'issued') ??
        independentOf(command, [{ act: 'issued', maker: issuedBy }, beneficiary(employeeId)]) ??
        reasoned(command.data.reason) ?? [
          CertificateRevoked({ ...command.data, employeeId, programId, batchId, revokedBy: makerOf(command) }),
        ]
      );
    },
  });

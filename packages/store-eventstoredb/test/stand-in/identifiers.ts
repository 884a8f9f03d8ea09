import { type StreamIdentifier, shared, type UUID } from './wire.js';

export function streamIdentifier(name: string): StreamIdentifier {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(new TextEncoder().encode(name));
  return identifier;
}

export function streamName(identifier: StreamIdentifier | undefined): string {
  return new TextDecoder().decode(identifier?.getStreamName_asU8());
}

/** A UUID in the form the client asked for: as text, or as two signed halves. */
export function uuidMessage(id: string, structured: boolean): UUID {
  const message = new shared.UUID();
  if (!structured) return message.setString(id);
  const bits = BigInt(`0x${id.replaceAll('-', '')}`);
  const halves = new shared.UUID.Structured();
  halves.setMostSignificantBits(BigInt.asIntN(64, bits >> 64n).toString());
  halves.setLeastSignificantBits(BigInt.asIntN(64, bits).toString());
  return message.setStructured(halves);
}

/** The UUID as text in lower case. */
export function uuidText(message: UUID | undefined): string {
  const halves = message?.getStructured();
  if (halves === undefined) return (message?.getString() ?? '').toLowerCase();
  const high = BigInt.asUintN(64, BigInt(halves.getMostSignificantBits()));
  const low = BigInt.asUintN(64, BigInt(halves.getLeastSignificantBits()));
  const hex = ((high << 64n) | low).toString(16).padStart(32, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compileFunction, createContext } from 'node:vm';

/**
 * Loads the service stubs of `@eventstore/db-client` into a realm of their own.
 *
 * Generated stubs keep their classes in one global object, `proto`, and look them up there at each call. Two packages with
 * the same messages in one process therefore mix their classes, which is why the two clients must not share a process.
 * With a global object of its own, the stand-in runs beside either of them.
 *
 * @param name path within the package `@eventstore/db-client`, or of `google-protobuf` as the stubs see it
 */
export function loadStubs(name: string): ReturnType<NodeJS.Require> {
  return load(fromClient.resolve(name));
}

const fromClient = createRequire(createRequire(import.meta.url).resolve('@eventstore/db-client'));

// Bytes pass between the realms, and google-protobuf knows them by their constructor.
const realm = createContext({ Uint8Array, ArrayBuffer, DataView, Buffer });
const loaded = new Map<string, { exports: ReturnType<NodeJS.Require> }>();

function load(file: string): ReturnType<NodeJS.Require> {
  const known = loaded.get(file);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(file, module);
  const required = createRequire(file);
  // gRPC itself has no stubs, and its server has to be that of the test.
  const requireInRealm = (name: string): unknown =>
    name === '@grpc/grpc-js' ? required(name) : load(required.resolve(name));
  const run = compileFunction(readFileSync(file, 'utf8'), ['exports', 'require', 'module'], {
    filename: file,
    parsingContext: realm,
  });
  run.call(module.exports, module.exports, requireInRealm, module);
  return module.exports;
}

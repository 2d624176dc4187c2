// Reads a WARC with npm's warcio and prints a line of JSON for each record. The digest is made anew from what the reader gives.
import { createHash } from "node:crypto";
import fs from "node:fs";
import { WARCParser } from "warcio";

for await (const record of new WARCParser(fs.createReadStream(process.argv[2]))) {
  const payload = (await record.readFully(false)) ?? new Uint8Array();
  console.log(JSON.stringify({
    type: record.warcType,
    uri: record.warcTargetURI,
    date: record.warcDate,
    status: record.httpHeaders?.statusCode ?? 0,
    said: record.warcHeader("WARC-Payload-Digest") ?? "",
    digest: "sha256:" + createHash("sha256").update(payload).digest("hex"),
    refers: record.warcHeader("WARC-Refers-To-Target-URI") ?? "",
  }));
}

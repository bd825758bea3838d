package io.boto4j.model;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small Smithy models, and jars that hold them. */
final class SmithyModels {
  private static final String MODEL =
      """
      {"smithy": "2.0",
       "shapes": {
         "com.acme#Ledger": {"type": "service", "version": "VERSION",
           "operations": [{"target": "com.acme#ListEntries"}],
           "traits": {
             "aws.api#service": {"sdkId": "ID", "endpointPrefix": "ledger"},
             "aws.auth#sigv4": {"name": "ledger"},
             "aws.protocols#awsJson1_0": {},
             "smithy.api#documentation": "<p>Keeps entries.</p>",
             "smithy.rules#endpointRuleSet": {"version": "1.0", "parameters": {}, "rules": [
               {"type": "endpoint", "conditions": [], "endpoint": {"url": "https://ledger.acme.test"}}]}}},
         "com.acme#ListEntries": {"type": "operation",
           "input": {"target": "com.acme#ListEntriesInput"},
           "output": {"target": "com.acme#ListEntriesOutput"},
           "traits": {
             "smithy.api#paginated": {"inputToken": "next", "outputToken": "next", "items": "entries"},
             "smithy.waiters#waitable": {"EntriesExist": {"acceptors": [
               {"state": "success", "matcher": {"success": true}}]}}}},
         "com.acme#ListEntriesInput": {"type": "structure",
           "members": {"next": {"target": "smithy.api#String"}}},
         "com.acme#ListEntriesOutput": {"type": "structure",
           "members": {
             "next": {"target": "smithy.api#String"},
             "entries": {"target": "com.acme#Entries",
               "traits": {"smithy.api#documentation": "The entries."}}}},
         "com.acme#Entries": {"type": "list", "member": {"target": "smithy.api#String"}}}}
      """;

  private SmithyModels() {}

  /** Returns the model of a service with one operation. */
  static String model(String serviceId, String version) {
    return MODEL.replace("ID", serviceId).replace("VERSION", version);
  }

  /** Writes a jar; entries are name, content, name, content … */
  static Path jar(Path path, String... entries) {
    try (OutputStream file = Files.newOutputStream(path);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (int i = 0; i < entries.length; i += 2) {
        ZipEntry entry = new ZipEntry(entries[i]);
        entry.setTimeLocal(LocalDateTime.of(2026, 8, 4, 12, 0));
        zip.putNextEntry(entry);
        zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return path;
  }
}

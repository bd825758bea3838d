package io.boto4j.model.smithy;

import io.boto4j.model.ModelException;
import io.boto4j.model.codec.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Facts about old services that are in botocore's files but not in Smithy models, and on which
 * programs depend. The file {@code legacy.txt} has one per line: the service id, the path in {@code
 * service-2.json}, and the value in JSON, or {@code -} to remove it.
 */
final class LegacyEdits {
  private static final String FILE = "legacy.txt";

  private LegacyEdits() {}

  /** Applies the edits of a service. Those of a place that its model does not have are skipped. */
  static Map<String, Object> apply(String serviceId, Map<String, Object> service) {
    String beginning = serviceId + " | ";
    for (String line : Texts.parts(text(), '\n')) {
      int bar = line.startsWith(beginning) ? line.indexOf(" | ", beginning.length()) : -1;
      if (bar >= 0) {
        String path = line.substring(beginning.length(), bar);
        apply(service, Texts.parts(path, '/'), line.substring(bar + 3));
      }
    }
    return service;
  }

  @SuppressWarnings("unchecked") // converted trees have string keys
  private static void apply(Map<String, Object> service, List<String> path, String value) {
    Map<String, Object> parent = service;
    for (int i = 0; i < path.size() - 1; i++) {
      if (!(parent.get(path.get(i)) instanceof Map<?, ?> child)) {
        return;
      }
      parent = (Map<String, Object>) child;
    }
    String last = path.get(path.size() - 1);
    if (value.equals("-")) {
      parent.remove(last);
    } else {
      parent.put(last, new JsonReader(value.getBytes(StandardCharsets.UTF_8)).readValue());
    }
  }

  private static String text() {
    try (InputStream in = LegacyEdits.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new ModelException("The file " + FILE + " of boto4j-model is missing", null);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ModelException("Cannot read " + FILE + ": " + e, e);
    }
  }
}

package io.boto4j.conformance;

import io.boto4j.Client;
import io.boto4j.error.Boto4jException;
import io.boto4j.error.ServiceException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of a call: the members of its output, or the code of its error. A failure of the
 * client, such as a response that it cannot read, has the name of its class for a code.
 */
record Outcome(@Nullable String code, int status, String message, Map<String, Object> output) {

  static Outcome of(Client client, String operation, Map<String, ?> input) {
    try {
      Map<String, Object> output = new LinkedHashMap<>();
      Object plain = Trees.withoutStreams(client.call(operation, input));
      Vocabulary.map(plain).forEach((name, value) -> output.put(String.valueOf(name), value));
      output.remove("ResponseMetadata");
      return new Outcome(null, 200, "", output);
    } catch (ServiceException e) {
      return new Outcome(e.code(), e.statusCode(), e.message(), Map.of());
    } catch (Boto4jException e) {
      return new Outcome(e.getClass().getSimpleName(), 0, String.valueOf(e.getMessage()), Map.of());
    }
  }

  boolean succeeded() {
    return code == null;
  }

  /** Returns the code of the error, or "success". */
  String kind() {
    return code == null ? "success" : code;
  }
}

package io.boto4j.internal.call;

import io.boto4j.http.HttpRequest;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import org.jspecify.annotations.Nullable;

/**
 * Decides which calls a service may carry out twice without harm. Such a request is sent again at
 * once if the connection dies before the response.
 *
 * <p>Only new services have the traits {@code readonly} and {@code idempotent} in their models; the
 * names of reading operations are the same in all services.
 */
final class Repeatable {
  private static final String[] READING = {
    "Get", "List", "Describe", "BatchGet", "Query", "Scan", "Head"
  };

  private Repeatable() {}

  static boolean is(OperationModel operation, String method) {
    return HttpRequest.isIdempotent(method)
        || operation.traits().flag("readonly")
        || operation.traits().flag("idempotent")
        || reads(operation.name())
        || carriesToken(operation.input());
  }

  private static boolean reads(String name) {
    for (String prefix : READING) {
      boolean whole = name.length() == prefix.length();
      if (name.startsWith(prefix)
          && (whole || Character.isUpperCase(name.charAt(prefix.length())))) {
        return true;
      }
    }
    return false;
  }

  /** The token is always in the request: a missing one is filled in. */
  private static boolean carriesToken(@Nullable StructureShape input) {
    for (int i = 0; input != null && i < input.size(); i++) {
      if (input.member(i).traits().flag("idempotencyToken")) {
        return true;
      }
    }
    return false;
  }
}

package io.boto4j.internal.call;

import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import org.jspecify.annotations.Nullable;

/**
 * Decides which calls a service may carry out twice without harm. Such a request is sent again if
 * the response breaks off after its head, or if the connection dies before it.
 *
 * <p>The traits {@code readonly} and {@code idempotent} decide where the model has them, which few
 * services do; then an idempotency token, the HTTP method, and the name. For PUT the trait {@code
 * idempotent} says little: Smithy demands it, also of operations that create.
 */
final class Repeatable {
  /** The names of most reading operations. The first GetItem loads no further names. */
  private static final String[] READING = {
    "Get", "List", "Describe", "BatchGet", "Query", "Scan", "Head"
  };

  /** Begins with a verb of reading, but sends a code to the user. */
  private static final String SENDING = "GetUserAttributeVerificationCode";

  private Repeatable() {}

  static boolean is(OperationModel operation, String method) {
    return reads(operation.name())
        || operation.traits().flag("readonly")
        || (operation.traits().flag("idempotent") && !method.equals("PUT"))
        || method.equals("GET")
        || method.equals("HEAD")
        || method.equals("OPTIONS")
        || method.equals("DELETE")
        || carriesToken(operation.input())
        || RepeatableNames.contain(operation.name(), method.equals("PUT"));
  }

  /** Whether a name begins with one of the verbs, as a whole word. */
  private static boolean reads(String name) {
    for (String word : READING) {
      boolean whole = name.length() == word.length();
      if (name.startsWith(word) && (whole || Character.isUpperCase(name.charAt(word.length())))) {
        return !name.equals(SENDING);
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

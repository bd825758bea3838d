package io.boto4j.internal.call;

import io.boto4j.http.HttpRequest;
import io.boto4j.model.OperationModel;
import io.boto4j.model.StructureShape;
import org.jspecify.annotations.Nullable;

/**
 * Which calls a service may carry out twice without harm, so that a connection which dies between
 * question and answer may be made up for at once.
 *
 * <p>The model's traits {@code readonly} and {@code idempotent} say so for new services only; the
 * names of what only reads have been the same in all of them.
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

  /** It is always there: who leaves it out has it filled in. */
  private static boolean carriesToken(@Nullable StructureShape input) {
    for (int i = 0; input != null && i < input.size(); i++) {
      if (input.member(i).traits().flag("idempotencyToken")) {
        return true;
      }
    }
    return false;
  }
}

package io.boto4j.resource;

import io.boto4j.Response;
import io.boto4j.Structure;
import java.util.ArrayList;
import java.util.List;

/** The items that a service reports as failed in the response of a call for many items. */
final class BatchFailures {
  /** The members with failed items: of S3, of SQS and SNS, of EC2. */
  private static final List<String> MEMBERS = List.of("Errors", "Failed", "Unsuccessful");

  private static final int SHOWN = 3;

  private BatchFailures() {}

  static List<Structure> of(Response response) {
    List<Structure> failures = new ArrayList<>();
    for (String member : MEMBERS) {
      if (response.get(member) instanceof List<?> list) {
        for (Object each : list) {
          if (each instanceof Structure failure) {
            failures.add(failure);
          }
        }
      }
    }
    return failures;
  }

  static String message(String type, String operation, List<Structure> failures) {
    StringBuilder text = new StringBuilder(operation);
    text.append(" failed for ").append(failures.size());
    text.append(failures.size() == 1 ? " item" : " items").append(" of type ").append(type);
    for (Structure each : failures.subList(0, Math.min(SHOWN, failures.size()))) {
      text.append("\n  ").append(each);
    }
    if (failures.size() > SHOWN) {
      text.append("\n  and ").append(failures.size() - SHOWN).append(" more: failures()");
    }
    return text.toString();
  }
}

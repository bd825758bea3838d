package io.boto4j.internal.customization;

import io.boto4j.internal.hook.Customization;
import io.boto4j.model.OperationModel;
import java.util.Map;

/**
 * A member of CloudWatch Logs is a keyword in Python, so boto3 has another name for it; and pages
 * of events may repeat a token.
 */
final class CloudWatchLogs implements Customization {
  @Override
  public Map<String, ?> input(OperationModel operation, Map<String, ?> input) {
    return operation.name().equals("CreateExportTask")
        ? MemberAlias.apply(operation, input, "from", "fromTime")
        : input;
  }

  /** A page without events may have the token that requested it: the search is not over yet. */
  @Override
  public boolean mayRepeatTokens(OperationModel operation) {
    return operation.name().equals("FilterLogEvents");
  }
}

package io.boto4j.internal.customization;

import io.boto4j.internal.hook.Customization;
import io.boto4j.model.OperationModel;
import java.util.Map;

/** A member of CloudWatch Logs is a keyword in Python, so boto3 has another name for it. */
final class CloudWatchLogs implements Customization {
  @Override
  public Map<String, ?> input(OperationModel operation, Map<String, ?> input) {
    return operation.name().equals("CreateExportTask")
        ? MemberAlias.apply(operation, input, "from", "fromTime")
        : input;
  }
}

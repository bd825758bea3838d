package io.boto4j.internal.customization;

import io.boto4j.internal.call.Customization;
import io.boto4j.model.OperationModel;
import java.util.Map;

/** CloudWatch Logs has a member that is a keyword in Python, for which boto3 has another name. */
final class CloudWatchLogs implements Customization {
  @Override
  public Map<String, ?> input(OperationModel operation, Map<String, ?> input) {
    return operation.name().equals("CreateExportTask")
        ? MemberAlias.apply(operation, input, "from", "fromTime")
        : input;
  }
}
